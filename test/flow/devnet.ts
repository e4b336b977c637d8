import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePorts, isPortFree } from "../../devnet/net/ports.ts";
import { isAlive, type ProcessRecord } from "../../devnet/processes/endProcesses.ts";
import { readRecords } from "../../devnet/processes/recordFile.ts";
import { type Deployment, readDeployment } from "../../lib/chain/deployment.ts";
import { waitFor } from "../support/waitFor.ts";

const startWithinMs = 240_000;

/** What `npm start` starts, on free ports and a temporary directory. */
export class TestDevnet {
  readonly directory = mkdtempSync(join(tmpdir(), "nektar-flow-"));
  readonly ports: readonly number[];
  readonly apiUrl: string;
  readonly rpcUrl: string;
  readonly #environment: NodeJS.ProcessEnv;
  #main: ChildProcess | undefined;
  #output = "";

  private constructor(ports: readonly number[], environment: NodeJS.ProcessEnv) {
    const [api, indexer, jobs, chain, postgres, operator] = ports;
    this.ports = ports;
    this.apiUrl = `http://127.0.0.1:${api}/graphql`;
    this.rpcUrl = `http://127.0.0.1:${chain}`;
    this.#environment = {
      ...process.env,
      NEKTAR_DATA_DIR: this.directory,
      API_PORT: String(api),
      INDEXER_PORT: String(indexer),
      JOBS_PORT: String(jobs),
      CHAIN_PORT: String(chain),
      POSTGRES_PORT: String(postgres),
      OPERATOR_PORT: String(operator),
      ...environment,
    };
  }

  static async create(environment: NodeJS.ProcessEnv = {}): Promise<TestDevnet> {
    return new TestDevnet(await freePorts(8), environment);
  }

  /** Runs `npm start`'s program and waits for its summary; again: goes on from what is there. */
  async start(...options: string[]): Promise<void> {
    const main = spawn(process.execPath, ["scripts/bootstrap.mjs", "start", ...options], {
      env: this.#environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#main = main;
    this.#output = "";
    for (const stream of [main.stdout, main.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        this.#output += chunk.toString();
      });
    }
    await waitFor("npm start", () => this.#output.includes("Nektar runs") || main.exitCode !== null, {
      timeoutMs: startWithinMs,
      intervalMs: 200,
    }).catch((error: unknown) => {
      throw new Error(`npm start is not done:\n${this.#output}`, { cause: error });
    });
    if (main.exitCode !== null) throw new Error(`npm start ended with ${main.exitCode}:\n${this.#output}`);
  }

  /** Everything that it printed since its last start. */
  get output(): string {
    return this.#output;
  }

  get deployment(): Deployment {
    return readDeployment(join(this.directory, "addresses.json"));
  }

  /** The processes that run for it now. */
  processes(): ProcessRecord[] {
    return readRecords(join(this.directory, "processes.json")).filter(isAlive);
  }

  processOf(name: string): ProcessRecord {
    const found = this.processes().find((record) => record.name === name);
    if (!found) throw new Error(`${name} does not run`);
    return found;
  }

  /** As Ctrl-C does. Returns the exit code and how long it took. */
  async interrupt(): Promise<{ exitCode: number | null; seconds: number }> {
    const startedAt = Date.now();
    await this.#end("SIGINT");
    return { exitCode: this.#main?.exitCode ?? null, seconds: (Date.now() - startedAt) / 1000 };
  }

  /** Leaves it no time to stop anything. */
  kill(): Promise<void> {
    return this.#end("SIGKILL");
  }

  /** Whether none of its ports is held by anyone. */
  async portsAreFree(): Promise<boolean> {
    return (await Promise.all(this.ports.map(isPortFree))).every(Boolean);
  }

  /** Stops what still runs and removes the data. */
  async dispose(): Promise<void> {
    if (this.#main?.exitCode === null && this.#main.signalCode === null) await this.interrupt();
    rmSync(this.directory, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const main = this.#main;
    if (!main || main.exitCode !== null || main.signalCode !== null) return;
    const ended = once(main, "exit");
    main.kill(signal);
    await ended;
  }
}
