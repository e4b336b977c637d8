import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ConfigError } from "../../lib/errors/NektarError.ts";

export type AnvilOptions = {
  /** 0 lets the system choose one; anvil prints it. */
  readonly port: number;
  /** Seconds between blocks; without it, a block for each transaction. */
  readonly blockTimeSeconds?: number;
  /** Where the chain's clock starts, in seconds; with `stateFile` the next block's. */
  readonly timestamp?: number;
  /** Accounts of the default mnemonic to fund; ten unless given. */
  readonly accounts?: number;
  /** A dumped state to go on from. */
  readonly stateFile?: string;
  /** Old blocks at which contracts can still be called; 256 unless given. Each takes some 200 kB. */
  readonly statesKept?: number;
  /** Which transactions come first in a block; those that pay most unless given. */
  readonly order?: "fees" | "fifo";
};

const defaultStatesKept = 256;

const architectures: Record<string, string> = { x64: "amd64", arm64: "arm64" };

/**
 * Path of the anvil program that npm installed for this platform.
 *
 * @throws {ConfigError} when there is none: an unsupported platform, or optional packages were left out.
 */
export function anvilBinary(): string {
  const require = createRequire(import.meta.url);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const name = `@foundry-rs/anvil-${process.platform}-${architectures[process.arch] ?? process.arch}`;
  try {
    return join(dirname(require.resolve(`${name}/package.json`)), "bin", `anvil${suffix}`);
  } catch (cause) {
    const message = `There is no anvil (${name}) here: run \`npm ci\` with optional packages, or set RPC_URL.`;
    throw new ConfigError(message, { package: name }, { cause });
  }
}

/** Arguments for anvil: today's mainnet rules with their cap on a transaction's gas, on loopback only. */
export function anvilArguments(options: AnvilOptions): string[] {
  const args = [
    "--host",
    "127.0.0.1",
    "--port",
    String(options.port),
    "--hardfork",
    "osaka",
    "--enable-tx-gas-limit",
  ];
  // Without this it writes every old state to the user's home directory: gigabytes in an hour.
  args.push("--prune-history", String(options.statesKept ?? defaultStatesKept));
  if (options.order !== undefined) args.push("--order", options.order);
  if (options.blockTimeSeconds !== undefined) args.push("--block-time", String(options.blockTimeSeconds));
  if (options.accounts !== undefined) args.push("--accounts", String(options.accounts));
  if (options.timestamp !== undefined) args.push("--timestamp", String(options.timestamp));
  if (options.stateFile !== undefined) args.push("--load-state", options.stateFile);
  return args;
}
