import { statfsSync } from "node:fs";
import { ConfigError } from "../../lib/errors/NektarError.ts";

const gibibyte = 1024 ** 3;
const neededBytes = gibibyte;
/** PostgreSQL writes its journal in pieces of 16 MiB. */
const fullBelowBytes = 64 * 1024 ** 2;

/** Bytes that this user may still write beneath a directory. */
function freeBytes(directory: string): number {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize;
}

/** @throws {ConfigError} when less than 1 GiB is free. */
export function checkDisk(directory: string, free = freeBytes(directory)): void {
  if (free >= neededBytes) return;
  const freeMebibytes = Math.floor(free / 1024 ** 2);
  throw new ConfigError(
    `The disk that holds ${directory} has ${freeMebibytes} MiB free; 1 GiB is needed: free some, or set NEKTAR_DATA_DIR to another disk.`,
    { directory, free },
  );
}

/** What to add to the news of a part that ended, when the disk is the likely reason. */
export function diskNotice(directory: string, free = freeBytes(directory)): string {
  return free >= fullBelowBytes ? "" : ` The disk that holds ${directory} is full: free some of it.`;
}
