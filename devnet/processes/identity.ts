import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * What tells a process from a later one that got the same number: its start time, in a form that depends on the system.
 * Undefined when there is no such process (one that ended but was not yet waited for counts as gone).
 */
export function startTimeOf(pid: number): string | undefined {
  if (process.platform === "linux") {
    const fields = statFields(pid);
    // proc(5): state is field 3, start time in clock ticks since boot field 22; `fields` starts at field 3.
    return fields === undefined || fields[0] === "Z" ? undefined : fields[19];
  }
  if (process.platform === "win32") return isRunning(pid) ? "unknown" : undefined;
  return ps(pid, "lstart=");
}

/** The command line of a process, or undefined when there is no such process. */
export function commandLineOf(pid: number): string | undefined {
  if (process.platform !== "linux") return ps(pid, "command=");
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return undefined;
  }
}

function statFields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets and may hold anything.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

function ps(pid: number, field: string): string | undefined {
  try {
    return execFileSync("ps", ["-o", field, "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
