import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { ProcessRecord } from "../processes/endProcesses.ts";
import { endProcesses, signalGroup } from "../processes/endProcesses.ts";
import { startTimeOf } from "../processes/identity.ts";
import { restartPauseMs, soundAfterMs } from "./backoff.ts";
import { logTail } from "./logs.ts";
import type { Launch, Service } from "./Service.ts";
import { ServiceFailedError } from "./ServiceFailedError.ts";

export type ManagedProcessOptions = {
  readonly logFile: string;
  /** One line for the user. */
  readonly notice: (line: string) => void;
  /** Called whenever `record` has changed. */
  readonly changed: () => void;
};

/** Ends so often before it was ever ready, and the start has failed. */
const startAttempts = 3;

/** One service's process: started, started again whenever it ends unasked, and stopped. */
export class ManagedProcess {
  readonly service: Service;
  readonly #options: ManagedProcessOptions;
  #child: ChildProcess | undefined;
  #record: ProcessRecord | undefined;
  readonly #stopping = new AbortController();
  #wasReady = false;
  #failures = 0;
  #gaveUp: ServiceFailedError | undefined;
  #restart: Promise<void> = Promise.resolve();

  constructor(service: Service, options: ManagedProcessOptions) {
    this.service = service;
    this.#options = options;
  }

  /** The process that runs now, if one does. */
  get record(): ProcessRecord | undefined {
    return this.#record;
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @throws {ServiceFailedError} when it ends three times before, or is not ready in time.
   */
  async start(): Promise<void> {
    await this.#spawn();
    const deadline = Date.now() + this.service.readyTimeoutMs;
    while (!this.#stopping.signal.aborted) {
      if (this.#gaveUp) throw this.#gaveUp;
      if (this.#record && (await this.service.isReady().catch(() => false))) break;
      if (Date.now() > deadline)
        throw this.#failure(`was not ready within ${this.service.readyTimeoutMs / 1000} s`);
      await sleep(100);
    }
    this.#wasReady = true;
    this.#failures = 0;
  }

  /** Asks it to end, kills it after `graceMs`, and waits until it is gone. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping.abort();
    await this.service.beforeStop?.();
    await this.#restart;
    if (this.#record) await endProcesses([this.#record], graceMs);
    this.#setRecord(undefined);
  }

  kill(): void {
    if (this.#record) signalGroup(this.#record.pid, "SIGKILL");
  }

  async #spawn(): Promise<void> {
    const launch = await this.service.launch();
    if (this.#stopping.signal.aborted) return;
    const startedAt = Date.now();
    const child = spawnDetached(launch, this.#options.logFile);
    this.#child = child;
    child.once("error", (error) => this.#onEnd(child, startedAt, error.message));
    child.once("exit", (code, signal) => this.#onEnd(child, startedAt, signal ?? `exit code ${code}`));
    const startTime = child.pid === undefined ? undefined : startTimeOf(child.pid);
    if (child.pid === undefined || startTime === undefined) return;
    const { name, stopSignal } = this.service;
    this.#setRecord({ name, pid: child.pid, startTime, stopSignal });
  }

  #onEnd(child: ChildProcess, startedAt: number, reason: string): void {
    if (child !== this.#child) return;
    this.#child = undefined;
    this.#setRecord(undefined);
    if (this.#stopping.signal.aborted) return;
    this.#failures = Date.now() - startedAt > soundAfterMs ? 1 : this.#failures + 1;
    if (!this.#wasReady && this.#failures >= startAttempts) {
      this.#gaveUp = this.#failure(`ended (${reason})`);
      return;
    }
    const pauseMs = restartPauseMs(this.#failures);
    this.#options.notice(`${this.service.name} ended (${reason}); it starts again in ${pauseMs / 1000} s.`);
    this.#restart = this.#startAgain(child.pid, pauseMs);
  }

  async #startAgain(formerPid: number | undefined, pauseMs: number): Promise<void> {
    if (formerPid !== undefined) await endGroup(formerPid);
    await sleep(pauseMs, undefined, { signal: this.#stopping.signal }).catch(() => {});
    if (this.#stopping.signal.aborted) return;
    await this.#spawn().catch((error: Error) => {
      this.#options.notice(`${this.service.name} cannot start: ${error.message}`);
      this.#failures += 1;
      this.#restart = this.#startAgain(undefined, restartPauseMs(this.#failures));
    });
  }

  #setRecord(record: ProcessRecord | undefined): void {
    this.#record = record;
    this.#options.changed();
  }

  #failure(what: string): ServiceFailedError {
    const { logFile } = this.#options;
    const tail = logTail(logFile);
    return new ServiceFailedError(`${this.service.name} ${what}. The end of ${logFile}:\n${tail}`, {
      service: this.service.name,
    });
  }
}

/** In a process group of its own: Ctrl-C at the terminal reaches `npm start` alone, which then stops all in order. */
function spawnDetached(launch: Launch, logFile: string): ChildProcess {
  const log = openSync(logFile, "a");
  try {
    return spawn(launch.program, [...launch.args], {
      stdio: ["ignore", log, log],
      detached: process.platform !== "win32",
      env: { ...process.env, ...launch.environment },
      ...(launch.workingDirectory === undefined ? {} : { cwd: launch.workingDirectory }),
      ...launch.ids,
    });
  } finally {
    closeSync(log);
  }
}

/** Ends what a killed process has left of its own children, which would keep its port. */
async function endGroup(leader: number): Promise<void> {
  const deadline = Date.now() + 3_000;
  let left = signalGroup(leader, "SIGTERM");
  while (left && Date.now() < deadline) {
    await sleep(50);
    left = signalGroup(leader, 0);
  }
  if (left) signalGroup(leader, "SIGKILL");
}
