import { createHash } from "node:crypto";
import type { Hex } from "viem";
import type { TaskCandidate } from "./TaskCandidate.ts";

/** An API that still asks for a task this long after it was done has lost the response: hand it in again. */
const askedAgainAfterMs = 30_000;
/** Oldest entries are forgotten beyond this: a lying API must not fill the memory. */
const mostRemembered = 10_000;

/**
 * Remembers which tasks are worked on, done or refused. A refusal is remembered for exactly what was shown, not for the
 * task's id: an API that alters a task must not hide the true one that another source shows.
 */
export class TaskBook {
  readonly #checking = new Set<string>();
  readonly #working = new Set<Hex>();
  /** When each was done, and from when a refused candidate may be looked at again, by the monotonic clock. */
  readonly #doneAt = new Map<Hex, number>();
  readonly #refusedUntil = new Map<string, number>();

  /** Candidates whose check has not ended. */
  get checking(): number {
    return this.#checking.size;
  }

  /** Tasks that the chain confirmed and that are not done. */
  get working(): number {
    return this.#working.size;
  }

  /** Claims a candidate for checking. False when there is nothing to do about it. */
  beginCheck(candidate: TaskCandidate): boolean {
    const fingerprint = fingerprintOf(candidate);
    if (this.#checking.has(fingerprint) || this.#working.has(candidate.taskId)) return false;
    if ((this.#refusedUntil.get(fingerprint) ?? 0) > performance.now()) return false;
    const doneAt = this.#doneAt.get(candidate.taskId);
    const isAskedAgain =
      candidate.source !== "chain" && performance.now() - (doneAt ?? 0) > askedAgainAfterMs;
    if (doneAt !== undefined && !isAskedAgain) return false;
    this.#checking.add(fingerprint);
    return true;
  }

  endCheck(candidate: TaskCandidate): void {
    this.#checking.delete(fingerprintOf(candidate));
  }

  /** Claims a confirmed task. False when it is being worked on already. */
  begin(taskId: Hex): boolean {
    if (this.#working.has(taskId)) return false;
    this.#working.add(taskId);
    return true;
  }

  /** The task needs no more work. */
  finish(taskId: Hex): void {
    this.#working.delete(taskId);
    remember(this.#doneAt, taskId, performance.now());
  }

  /** Remembers a refusal, for ever or for a while. True when the same candidate was not refused before. */
  refuse(candidate: TaskCandidate, forMs = Number.POSITIVE_INFINITY): boolean {
    const fingerprint = fingerprintOf(candidate);
    const isFirst = !this.#refusedUntil.has(fingerprint);
    remember(this.#refusedUntil, fingerprint, performance.now() + forMs);
    return isFirst;
  }
}

function fingerprintOf({ taskId, network, payload, referenceBlock }: TaskCandidate): string {
  return createHash("sha256").update(`${taskId}:${network}:${referenceBlock}:${payload}`).digest("base64");
}

function remember<Key>(map: Map<Key, number>, key: Key, value: number): void {
  map.delete(key); // so that it is the youngest
  map.set(key, value);
  const oldest = map.keys().next();
  if (map.size > mostRemembered && !oldest.done) map.delete(oldest.value);
}
