import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));

const stdio: StdioOptions = ["ignore", "pipe", "pipe"];

export type Client = ReturnType<typeof startClient>;

/** Starts the client as a process of its own, as a user does. Everything it writes stands in `output()`. */
export function startClient(args: readonly string[]) {
  return watch(spawn(process.execPath, ["--import", "tsx", main, ...args], { stdio }));
}

/** The same of the single executable, on a machine that has nothing: no variable is set, so no program is found. */
export function startExecutable(executable: string, args: readonly string[]) {
  return watch(spawn(executable, args, { env: {}, stdio }));
}

function watch(child: ChildProcess) {
  const startedMs = performance.now();
  let text = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  const closed = once(child, "close");
  return {
    child,
    startedMs,
    output: () => text,
    /** Resolves with the exit code once the process and its output ended. */
    ended: async () => {
      await closed;
      return child.exitCode;
    },
    /** Sends a signal and waits for the end; returns the milliseconds it took. */
    stop: async (signal: NodeJS.Signals = "SIGTERM") => {
      const start = performance.now();
      child.kill(signal);
      await closed;
      return performance.now() - start;
    },
  };
}
