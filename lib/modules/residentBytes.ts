import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Resident memory of another process in bytes; undefined when it has ended, or on a system that does not tell (Windows).
 * What its own children take is not in it.
 */
export async function residentBytes(pid: number): Promise<number | undefined> {
  try {
    const kibibytes = process.platform === "linux" ? await fromProc(pid) : await fromPs(pid);
    return kibibytes === undefined ? undefined : kibibytes * 1024;
  } catch {
    return undefined;
  }
}

async function fromProc(pid: number): Promise<number | undefined> {
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, "utf8"));
  return found === null ? undefined : Number(found[1]);
}

async function fromPs(pid: number): Promise<number | undefined> {
  const { stdout } = await run("ps", ["-o", "rss=", "-p", String(pid)]);
  return /^\s*\d+\s*$/.test(stdout) ? Number(stdout) : undefined;
}
