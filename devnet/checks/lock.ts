import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { startTimeOf } from "../processes/identity.ts";

type Holder = { pid: number; startTime: string };

/**
 * Takes a data directory for this process. A lock whose holder is gone, by a kill or a loss of power, is taken over.
 *
 * @returns what gives it back.
 * @throws {ConfigError} when another running process has it.
 */
export function takeLock(dataDirectory: string): () => void {
  const file = join(dataDirectory, "lock");
  const own: Holder = { pid: process.pid, startTime: startTimeOf(process.pid) ?? "" };
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(own), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = readHolder(file);
    if (holder && startTimeOf(holder.pid) === holder.startTime) {
      throw new ConfigError(
        `\`npm start\` already runs on ${dataDirectory} (process ${holder.pid}): stop it, or set NEKTAR_DATA_DIR to another directory.`,
        { pid: holder.pid },
      );
    }
    rmSync(file, { force: true });
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}
