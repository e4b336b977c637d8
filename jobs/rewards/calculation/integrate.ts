import type { Step } from "./types.ts";

/** Groups rows by a key made of some of their fields. */
export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** A map key of several fields. */
export const key = (...parts: readonly (string | bigint)[]): string => parts.join(":");

/** Orders addresses and keys by their characters, the same everywhere. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byTime(a: Step, b: Step): number {
  if (a.timestamp !== b.timestamp) return a.timestamp < b.timestamp ? -1 : 1;
  if (a.block !== b.block) return a.block < b.block ? -1 : 1;
  return a.logIndex - b.logIndex;
}

/**
 * The sum of `value × seconds` over the part of a step function that lies in `[start, end)`. Before its first step the
 * function is 0. Steps may come in any order.
 *
 * @returns value × seconds, exact.
 */
export function integrate<S extends Step>(
  steps: readonly S[],
  read: (step: S) => bigint,
  start: bigint,
  end: bigint,
): bigint {
  let total = 0n;
  const ordered = [...steps].sort(byTime);
  for (const [index, step] of ordered.entries()) {
    const from = step.timestamp > start ? step.timestamp : start;
    const next = ordered[index + 1]?.timestamp ?? end;
    const to = next < end ? next : end;
    if (to > from) total += read(step) * (to - from);
  }
  return total;
}
