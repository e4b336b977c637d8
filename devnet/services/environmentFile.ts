import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "../settings.ts";
import type { Connections } from "./processServices.ts";

/**
 * Writes what `npm run nektar` and the processes need to know of the network that runs, for a shell to read:
 * `set -a; . .nektar/environment`. For the owner's eyes only, since a connection string may hold a password.
 *
 * @returns the file.
 */
export function writeEnvironmentFile(
  settings: Settings,
  { databaseUrl, rpcUrls }: Pick<Connections, "databaseUrl" | "rpcUrls">,
): string {
  const values = {
    DATABASE_URL: databaseUrl,
    RPC_URL: rpcUrls.join(","),
    NEKTAR_ADDRESSES: settings.addressesFile,
  };
  const file = join(settings.dataDirectory, "environment");
  const lines = Object.entries(values).map(([name, value]) => `${name}=${quoted(value)}\n`);
  rmSync(file, { force: true });
  writeFileSync(file, lines.join(""), { mode: 0o600 });
  return file;
}

/** As a shell takes it literally. */
const quoted = (value: string) => `'${value.replaceAll("'", "'\\''")}'`;
