import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";

/** Path of a service's log, emptied for this start; the log of the start before stays as `<name>.previous.log`. */
export function freshLog(directory: string, name: string): string {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, `${name}.log`);
  if (existsSync(file)) renameSync(file, join(directory, `${name}.previous.log`));
  return file;
}

/** The last lines of a log, for a message. */
export function logTail(file: string, lines = 12): string {
  if (!existsSync(file)) return "(it is empty)";
  const text = readFileSync(file, "utf8").trimEnd();
  return text === "" ? "(it is empty)" : text.split("\n").slice(-lines).join("\n");
}
