import { createHash } from "node:crypto";
import type { Address, Hex } from "viem";
import { groupBy, keyOf } from "./arithmetic.ts";
import type { Holding, SharesStep } from "./types.ts";

/** A pool's intervals inside an epoch, as text: `delegator from until shares`, separated by commas, in any order. */
export type PoolSteps = { readonly operator: Address; readonly asset: Address; readonly steps: string };

const addressLength = 42;

/**
 * The share-seconds of a pool's delegators: each interval is looked at once. Of two intervals that meet with the same shares
 * one is made, and those without length or shares are left out, so that the digest is the same however they were recorded.
 */
export function holdingsOf({ operator, asset, steps }: PoolSteps): Holding {
  const delegators: Address[] = [];
  const seconds: bigint[] = [];
  const kept: string[] = [];
  let shareSeconds = 0n;
  const lines = steps.split(",").sort();
  for (let from = 0; from < lines.length; ) {
    const delegator = (lines[from] ?? "").slice(0, addressLength) as Address;
    let until = from + 1;
    while (until < lines.length && lines[until]?.startsWith(delegator)) until++;
    const intervals = merge(lines.slice(from, until).map(parse));
    let sum = 0n;
    for (const row of intervals) sum += BigInt(row.shares) * BigInt(row.until - row.from);
    from = until;
    if (sum === 0n) continue;
    delegators.push(delegator);
    seconds.push(sum);
    shareSeconds += sum;
    for (const row of intervals) kept.push(`${delegator} ${row.from} ${row.until} ${row.shares}\n`);
  }
  const digest: Hex = `0x${createHash("sha256").update(kept.join("")).digest("hex")}`;
  return { operator, asset, shareSeconds, delegators, seconds, digest };
}

type Interval = { readonly from: number; readonly until: number; readonly shares: string };

function parse(line: string): Interval {
  const [from, until, shares = "0"] = line.slice(addressLength + 1).split(" ");
  return { from: Number(from), until: Number(until), shares };
}

/** One delegator's intervals in order of time, as few as they can be. */
function merge(intervals: Interval[]): Interval[] {
  const isReal = (row: Interval) => row.until > row.from && row.shares !== "0";
  if (intervals.length === 1 && isReal(intervals[0] as Interval)) return intervals;
  const real = intervals.filter(isReal);
  if (real.length < 2) return real;
  const merged: Interval[] = [];
  for (const row of real.sort((one, other) => one.from - other.from)) {
    const last = merged.at(-1);
    if (last && last.until === row.from && last.shares === row.shares)
      merged[merged.length - 1] = { ...last, until: row.until };
    else merged.push(row);
  }
  return merged;
}

/**
 * Steps of shares as the intervals of each pool inside `[start, end)`: what the database is asked for, made from steps in memory. Of
 * several steps at one timestamp that of the last block holds.
 */
export function poolSteps(shares: readonly SharesStep[], start: bigint, end: bigint): PoolSteps[] {
  return groupBy(shares, (step) => keyOf(step.operator, step.asset)).map(([, ofPool]) => {
    const [{ operator, asset }] = ofPool as [SharesStep];
    const lines = groupBy(ofPool, (step) => step.delegator).flatMap(([delegator, steps]) => {
      const ordered = [...steps].sort((one, other) => (one.block < other.block ? -1 : 1));
      return ordered.map((step, index) => {
        const from = step.timestamp > start ? step.timestamp : start;
        const next = ordered[index + 1]?.timestamp ?? end;
        return `${delegator} ${from} ${next < end ? next : end} ${step.shares}`;
      });
    });
    return { operator, asset, steps: lines.join(",") };
  });
}
