import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";

const running = new Set<ChildProcess>();
process.once("exit", () => {
  // A run that is broken off leaves no server behind.
  for (const child of running) child.kill("SIGKILL");
});

/** Starts a program for a test. The test must stop it by `endProcess`. Its errors stand in `output()`. */
export function startProcess(program: string, args: readonly string[], options: SpawnOptions = {}) {
  const child = spawn(program, [...args], { ...options, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  child.once("exit", () => running.delete(child));
  let text = "";
  const keep = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-20_000);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  child.on("error", (error) => keep(Buffer.from(error.message)));
  return { child, output: () => text };
}

/** Ends a child and waits for it; by force after five seconds. */
export async function endProcess(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, "exit");
  child.kill(signal);
  const force = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await ended;
  clearTimeout(force);
}
