import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const program = fileURLToPath(new URL("./probeProcess.ts", import.meta.url));

export type Probed = { readonly p50Ms: number; readonly p99Ms: number; readonly failures: number };

/** How fast servers answer somebody who reads from all of them at once, for so many seconds, seen from a process of its own. */
export async function probe(urls: readonly string[], seconds: number): Promise<Probed[]> {
  const args = ["--import", "tsx", program, String(seconds), ...urls];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as Probed[];
}
