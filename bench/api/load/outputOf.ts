import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** What a program writes to its standard output. */
export async function outputOf(program: string, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program, [...args]);
  return stdout;
}

let begun = 0;

/** Where a run begins to number its bodies, so that no two runs send the same one. */
export function nextUnique(): number {
  begun += 1;
  return begun * 1_000_000;
}
