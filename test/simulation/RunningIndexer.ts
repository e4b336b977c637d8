import { spawnSync } from "node:child_process";
import { readProgress } from "../../lib/database/checkpoint.ts";
import type { Database } from "../../lib/database/createDatabase.ts";
import {
  type IndexerProcess,
  type IndexerSettings,
  spawnIndexerProcess,
  untilReady,
} from "../support/indexerProcess.ts";
import { waitFor } from "../support/waitFor.ts";

const patience = { timeoutMs: 120_000, intervalMs: 25 };

/** An indexer that is killed and started again; what it wrote stays in its database. */
export class RunningIndexer {
  readonly #at: IndexerSettings;
  readonly #db: Database;
  #process: IndexerProcess;

  private constructor(at: IndexerSettings, db: Database, process: IndexerProcess) {
    this.#at = at;
    this.#db = db;
    this.#process = process;
  }

  /** Starts it and waits for nothing. */
  static async start(at: IndexerSettings, db: Database): Promise<RunningIndexer> {
    return new RunningIndexer(at, db, await spawnIndexerProcess(at));
  }

  /** `kill -9`, and another start at once, as a process manager does. */
  async killAndRestart(which: "supervisor" | "ponder"): Promise<void> {
    if (which === "ponder") this.#killPonder();
    else await this.#process.kill();
    await waitFor("the supervisor's end", () => this.#process.hasEnded(), patience);
    this.#process = await spawnIndexerProcess(this.#at);
  }

  /** The supervisor ends with its child, if there is one already; else it is killed itself. */
  #killPonder(): void {
    const { stdout } = spawnSync("pgrep", ["-P", String(this.#process.pid)], { encoding: "utf8" });
    const children = stdout.split("\n").flatMap((line) => (line ? [Number(line)] : []));
    for (const pid of children.length > 0 ? children : [this.#process.pid]) process.kill(pid, "SIGKILL");
  }

  /** @throws {Error} with its output when it ended by itself or does not become ready in time. */
  async untilReady(): Promise<void> {
    await untilReady(this.#process, patience);
  }

  /** Waits until `/ready` no longer says so, as it must when rows may be missing. */
  async untilNotReady(): Promise<void> {
    await waitFor("/ready to fail", () => this.#process.isReady().then((isReady) => !isReady), patience);
  }

  /**
   * Waits until the rows are those of this block. It must have come after the last start: before the first new block,
   * the progress of the process before may still stand there.
   */
  async untilIndexed(block: bigint): Promise<void> {
    await waitFor(
      `block ${block}`,
      async () => this.#process.hasEnded() || (await readProgress(this.#db)).latest.block === block,
      patience,
    ).catch((cause: unknown) => {
      throw new Error(`Block ${block} is not indexed: ${this.#process.output()}`, { cause });
    });
    if (this.#process.hasEnded()) throw new Error(`The indexer ended by itself: ${this.#process.output()}`);
  }

  get output(): string {
    return this.#process.output();
  }

  /** @throws {Error} when its exit code is not 0. */
  async stop(): Promise<void> {
    const code = await this.#process.stop();
    if (code !== 0) throw new Error(`The indexer ended with ${code}: ${this.#process.output()}`);
  }

  kill(): Promise<void> {
    return this.#process.kill();
  }
}
