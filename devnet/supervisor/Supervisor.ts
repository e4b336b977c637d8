import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { removeRecords, writeRecords } from "../processes/recordFile.ts";
import { freshLog } from "./logs.ts";
import { ManagedProcess } from "./ManagedProcess.ts";
import type { Service } from "./Service.ts";

export type SupervisorOptions = {
  readonly logDirectory: string;
  /** Where the running processes are written down. */
  readonly recordFile: string;
  readonly notice: (line: string) => void;
};

/** All processes in all get this long to stop. */
const stopWithinMs = 9_000;
/** Kept for those that are stopped last, however slow the others are. */
const keptForEachMs = 1_500;

/** Starts services, keeps them running, and stops them in the reverse order. */
export class Supervisor {
  readonly #options: SupervisorOptions;
  /** By stage: what rests on nothing is in stage 0. */
  readonly #stages: ManagedProcess[][] = [];
  #guard: ChildProcess | undefined;
  #stopped: Promise<void> | undefined;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#startGuard();
  }

  /**
   * Starts a service and waits until it is ready. Services of one stage rest on lower stages only, and are stopped together.
   *
   * @throws {ServiceFailedError} when it cannot be started; the others run on until `stop`.
   */
  async start(stage: number, service: Service): Promise<void> {
    if (this.#stopped) return;
    const managed = new ManagedProcess(service, {
      logFile: freshLog(this.#options.logDirectory, service.name),
      notice: this.#options.notice,
      changed: () => this.#writeRecords(),
    });
    this.#stages[stage] ??= [];
    this.#stages[stage].push(managed);
    await managed.start();
  }

  /** Stops everything within ten seconds. Calling it again waits for the first call. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stopAll();
    return this.#stopped;
  }

  /** While it stops: kills what still runs. */
  hurry(): void {
    for (const managed of this.#stages.flat()) managed?.kill();
  }

  async #stopAll(): Promise<void> {
    const deadline = Date.now() + stopWithinMs;
    const stages = this.#stages.filter((stage) => stage !== undefined).reverse();
    for (const [index, stage] of stages.entries()) {
      const keptForLater = (stages.length - 1 - index) * keptForEachMs;
      const graceMs = Math.max(500, deadline - Date.now() - keptForLater);
      await Promise.all(stage.map((managed) => managed.stop(graceMs)));
    }
    removeRecords(this.#options.recordFile);
    this.#guard?.stdin?.end();
  }

  #writeRecords(): void {
    const records = this.#stages.flat().flatMap((managed) => managed?.record ?? []);
    writeRecords(this.#options.recordFile, records);
  }

  /** The guard ends our processes if we are killed; if the guard itself is killed, there is a new one. */
  #startGuard(): void {
    const script = fileURLToPath(new URL("guard.ts", import.meta.url));
    const guard = spawn(process.execPath, ["--import", "tsx", script, this.#options.recordFile], {
      stdio: ["pipe", "ignore", "ignore"],
      detached: process.platform !== "win32",
    });
    guard.stdin.on("error", () => {});
    guard.on("exit", () => {
      if (this.#stopped === undefined) setTimeout(() => this.#startGuard(), 1_000).unref();
    });
    guard.unref();
    this.#guard = guard;
  }
}
