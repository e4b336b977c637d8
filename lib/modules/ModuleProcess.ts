import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import type { Hex } from "viem";
import type { Logger } from "../logging/createLogger.ts";
import { LineReader } from "./LineReader.ts";
import type { Module } from "./Module.ts";
import { ModuleError, ModuleStoppedError } from "./moduleErrors.ts";
import { parseModuleAnswer } from "./parseModuleAnswer.ts";
import { residentBytes } from "./residentBytes.ts";

export type ModuleLimits = {
  /** Longest time for one payload, from when the module gets it. */
  readonly timeMs: number;
  /** Longest line that a module may write, in bytes. */
  readonly lineBytes: number;
  /** Most resident memory while it works on a payload, in bytes; looked at five times a second. */
  readonly memoryBytes: number;
};

type Job = {
  readonly id: number;
  readonly payload: Hex;
  readonly resolve: (response: Hex) => void;
  readonly reject: (error: Error) => void;
};

/** What a module may see of this process's environment: nothing that could hold a secret. */
const passedVariables = ["PATH", "HOME", "TMPDIR", "TEMP", "LANG", "SystemRoot"];
const killGraceMs = 500;
const memoryLookMs = 200;

/**
 * One network's module: an executable that speaks JSON lines on its standard input and output. It is started with the
 * first payload and again after it ended; a payload on which it is too slow, too loud, too big or dies fails, the others go on.
 * It works on one payload at a time.
 */
export class ModuleProcess implements Module {
  readonly #command: readonly string[];
  readonly #limits: ModuleLimits;
  readonly #log: Logger;
  readonly #queue: Job[] = [];
  #child: ChildProcessWithoutNullStreams | undefined;
  #current: Job | undefined;
  #timer: NodeJS.Timeout | undefined;
  #memoryTimer: NodeJS.Timeout | undefined;
  #lastId = 0;
  #stopped = false;
  #failuresInARow = 0;

  constructor(command: readonly string[], limits: ModuleLimits, log: Logger) {
    this.#command = command;
    this.#limits = limits;
    this.#log = log;
  }

  get isHealthy(): boolean {
    return this.#failuresInARow < 3;
  }

  /** Process id of the running child, for the log and tests. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** @throws {ModuleError} when the module is too slow, writes too much or nonsense, reports an error, or ends. */
  run(payload: Hex): Promise<Hex> {
    if (this.#stopped) return Promise.reject(new ModuleStoppedError("The client stops."));
    return new Promise((resolve, reject) => {
      this.#queue.push({ id: ++this.#lastId, payload, resolve, reject });
      this.#next();
    });
  }

  /** Ends the child: by SIGTERM, half a second later by force. Open payloads are rejected. */
  async stop(): Promise<void> {
    this.#stopped = true;
    const error = new ModuleStoppedError("The client stops.");
    for (const job of this.#queue.splice(0)) job.reject(error);
    const child = this.#child;
    this.#settle((job) => job.reject(error));
    if (child === undefined) return;
    const closed = new Promise<void>((resolve) => {
      child.once("close", () => resolve());
    });
    child.stdin.end();
    killTree(child, "SIGTERM");
    const force = setTimeout(() => killTree(child, "SIGKILL"), killGraceMs);
    await closed;
    clearTimeout(force);
  }

  #next(): void {
    if (this.#current !== undefined || this.#stopped) return;
    const job = this.#queue.shift();
    if (job === undefined) return;
    this.#current = job;
    const child = this.#child ?? this.#start();
    this.#timer = setTimeout(
      () => this.#kill(child, `The module took longer than ${this.#limits.timeMs} ms.`),
      this.#limits.timeMs,
    );
    this.#memoryTimer = setInterval(() => void this.#lookAtMemory(child), memoryLookMs);
    child.stdin.write(`${JSON.stringify({ id: job.id, payload: job.payload })}\n`);
  }

  #start(): ChildProcessWithoutNullStreams {
    const [program = "", ...args] = this.#command;
    // A group of its own, so that a kill reaches what the module itself started.
    const child = spawn(program, args, { detached: process.platform !== "win32", env: moduleEnvironment() });
    this.#child = child;
    this.#log.debug({ pid: child.pid, program }, "module started");
    const tooLong = () =>
      this.#kill(child, `The module wrote a line longer than ${this.#limits.lineBytes} bytes.`);
    const output = new LineReader(this.#limits.lineBytes, (line) => this.#answer(child, line), tooLong);
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) =>
      this.#log.debug({ stderr: chunk.toString("utf8", 0, 500) }, "module"),
    );
    child.stdin.on("error", () => {}); // the child ended; "close" follows
    child.on("error", (error) => this.#ended(child, `The module cannot be started: ${error.message}.`));
    child.on("close", (code, signal) =>
      this.#ended(child, `The module ended (${signal ?? `exit code ${code}`}).`),
    );
    return child;
  }

  #answer(child: ChildProcessWithoutNullStreams, line: string): void {
    const job = this.#current;
    if (job === undefined || child !== this.#child) return;
    const answer = parseModuleAnswer(line);
    if (answer === undefined || answer.id !== job.id) {
      this.#kill(child, "The module wrote something that is no answer to its payload.");
    } else if ("response" in answer) {
      this.#failuresInARow = 0;
      this.#settle(({ resolve }) => resolve(answer.response));
      this.#next();
    } else {
      this.#fail(`The module reports: ${answer.error}`);
    }
  }

  async #lookAtMemory(child: ChildProcessWithoutNullStreams): Promise<void> {
    const { memoryBytes } = this.#limits;
    const bytes = child.pid === undefined ? undefined : await residentBytes(child.pid);
    if (bytes !== undefined && bytes > memoryBytes)
      this.#kill(child, `The module took more than ${Math.round(memoryBytes / 1024 ** 2)} MiB of memory.`);
  }

  #kill(child: ChildProcessWithoutNullStreams, reason: string): void {
    if (child !== this.#child) return;
    this.#child = undefined; // the next payload gets a new one
    killTree(child, "SIGKILL");
    this.#fail(reason);
  }

  #ended(child: ChildProcessWithoutNullStreams, reason: string): void {
    if (child !== this.#child) return;
    this.#child = undefined;
    if (!this.#stopped) this.#fail(reason);
  }

  #fail(reason: string): void {
    if (this.#current !== undefined) this.#failuresInARow++;
    this.#settle((job) => job.reject(new ModuleError(reason)));
    this.#next();
  }

  #settle(how: (job: Job) => void): void {
    clearTimeout(this.#timer);
    clearInterval(this.#memoryTimer);
    const job = this.#current;
    this.#current = undefined;
    if (job !== undefined) how(job);
  }
}

function killTree(child: ChildProcessWithoutNullStreams, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined && process.platform !== "win32") process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It ended on its own.
  }
}

function moduleEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(passedVariables.map((name) => [name, process.env[name]]));
}
