import { NektarError } from "../../lib/errors/NektarError.ts";

/** Facts that contradict each other or the rules. Nothing may be paid on their ground; a person must look. */
export class RewardsError extends NektarError {
  readonly code = "REWARDS_INCONSISTENT";
}

export const bpsDenominator = 10_000n;

/**
 * `floor(numerator / denominator)` of exact integers that are not negative: what the rules write as `floor(x/y)`.
 * @throws {RewardsError} for a negative number or a denominator of 0: the rules never divide so.
 */
export function floorDivide(numerator: bigint, denominator: bigint): bigint {
  if (numerator < 0n || denominator <= 0n)
    throw new RewardsError("A division that the rules do not know.", { numerator, denominator });
  return numerator / denominator;
}

export function sumOf<Row>(rows: Iterable<Row>, amountOf: (row: Row) => bigint): bigint {
  let sum = 0n;
  for (const row of rows) sum += amountOf(row);
  return sum;
}

/** Rows by a key of one or more addresses, in ascending order of the keys. */
export function groupBy<Row>(rows: Iterable<Row>, keyOf: (row: Row) => string): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups].sort(([one], [other]) => compareText(one, other));
}

/** Order by code units: the same in every locale, and numeric for lowercase addresses. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A map key of several addresses; sorts as the addresses do, one after the other. */
export function keyOf(...parts: readonly string[]): string {
  return parts.join("/");
}
