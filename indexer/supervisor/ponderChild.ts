import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { IndexerConfig } from "../config.ts";

const program = fileURLToPath(new URL("../ponderProcess.mjs", import.meta.url));
/**
 * MiB for young objects. Ponder keeps every row of a batch until it is written: with Node's 16 MiB they are copied again and
 * again, a fifth of the time of reading a history.
 */
export const nodeOptions = ["--min-semi-space-size=64", "--max-semi-space-size=64"];
const forceAfterMs = 8_000;
/** Ponder would prefer these to its arguments or its configuration. */
const ponderOverrides = [
  "PORT",
  "DATABASE_SCHEMA",
  "DATABASE_VIEWS_SCHEMA",
  "DATABASE_PRIVATE_URL",
  "PONDER_LOG_LEVEL",
];

export type PonderChild = {
  /** The exit code; 1 when a signal ended it. */
  readonly exited: Promise<number>;
  /** Asks Ponder to stop, forces it after 8 s, and waits for its end. */
  stop(): Promise<number>;
};

/**
 * Starts Ponder in a process of its own, with these URLs for the chain. The IPC channel tells it when we die, even by
 * `kill -9`.
 */
export function startPonder(config: IndexerConfig, schema: string, rpcUrls: readonly string[]): PonderChild {
  const child = spawn(process.execPath, [...nodeOptions, program, schema], {
    env: childEnvironment(config, rpcUrls),
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const exited = exitOf(child);
  return {
    exited,
    async stop() {
      child.kill("SIGTERM");
      const force = setTimeout(() => child.kill("SIGKILL"), forceAfterMs);
      const code = await exited;
      clearTimeout(force);
      return code;
    },
  };
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("exit", (code) => done(code ?? 1));
  });
}

function childEnvironment({ addressesPath }: IndexerConfig, rpcUrls: readonly string[]): NodeJS.ProcessEnv {
  const own = { NEKTAR_ADDRESSES: resolve(addressesPath), RPC_URL: rpcUrls.join(",") };
  const env = { ...process.env, ...own, PONDER_TELEMETRY_DISABLED: "1" };
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ponderOverrides.includes(name)));
}
