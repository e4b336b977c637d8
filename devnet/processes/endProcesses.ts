import { setTimeout as sleep } from "node:timers/promises";
import { startTimeOf } from "./identity.ts";

/** A process that we started, told apart from a later one with its number. */
export type ProcessRecord = {
  readonly name: string;
  readonly pid: number;
  readonly startTime: string;
  readonly stopSignal: NodeJS.Signals;
};

export function isAlive(record: ProcessRecord): boolean {
  return startTimeOf(record.pid) === record.startTime;
}

/**
 * Ends processes that may not be our children any more: each is asked by its own signal, and after `graceMs` it is killed, and
 * what is left of its process group with it. One whose number belongs to another process by now is left alone.
 */
export async function endProcesses(records: readonly ProcessRecord[], graceMs: number): Promise<void> {
  const deadline = Date.now() + graceMs;
  const found = records.filter(isAlive);
  let remaining = found;
  for (const { pid, stopSignal } of remaining) signalProcess(pid, stopSignal);
  while (remaining.length > 0 && Date.now() < deadline) {
    await sleep(50);
    remaining = remaining.filter(isAlive);
  }
  for (const { pid } of found) signalGroup(pid, "SIGKILL");
  while (remaining.some(isAlive)) await sleep(20);
}

/** Sends a signal to the process group that `pid` leads; to `pid` alone where there are no groups. False when nobody is there. */
export function signalGroup(pid: number, name: NodeJS.Signals | 0): boolean {
  return signalProcess(process.platform === "win32" ? pid : -pid, name);
}

function signalProcess(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw error;
  }
}
