import type { Address } from "viem";
import type { Database } from "../database/createDatabase.ts";
import { listTotals, type TotalsGroup } from "./totalQueries.ts";

/** A leaf of an epoch's tree, and what of it was earned in the epoch itself. */
export type EarnedLeaf = {
  readonly earner: Address;
  readonly token: Address;
  readonly cumulative: bigint;
  readonly earned: bigint;
};

const digits = [..."0123456789abcdef"];

/** The leaves of an epoch's tree in ascending order of earner and token, in batches of a 256th of all: memory stays flat. */
export async function* streamLeaves(db: Database, epoch: bigint): AsyncGenerator<EarnedLeaf[]> {
  for (const first of digits)
    for (const second of digits) {
      const leaves = leavesOf(await listTotals(db, epoch, first + second), epoch);
      if (leaves.length > 0) yield leaves;
    }
}

/** All leaves of an epoch's tree at once. */
export async function readLeaves(db: Database, epoch: bigint): Promise<EarnedLeaf[]> {
  return leavesOf(await listTotals(db, epoch, ""), epoch);
}

/** Groups come by bucket and token; within a bucket the earners' own order decides. */
function leavesOf(groups: readonly TotalsGroup[], epoch: bigint): EarnedLeaf[] {
  const leaves: EarnedLeaf[] = [];
  let bucket: EarnedLeaf[] = [];
  let current = "";
  const flush = () => {
    bucket.sort(byEarner);
    for (const leaf of bucket) leaves.push(leaf);
    bucket = [];
  };
  for (const group of groups) {
    if (group.bucket !== current) flush();
    current = group.bucket;
    const isNow = group.epoch === epoch;
    group.earners.forEach((earner, index) => {
      const cumulative = group.totals[index] ?? 0n;
      const earned = isNow ? (group.earned[index] ?? 0n) : 0n;
      bucket.push({ earner, token: group.token, cumulative, earned });
    });
  }
  flush();
  return leaves;
}

function byEarner(one: EarnedLeaf, other: EarnedLeaf): number {
  if (one.earner !== other.earner) return one.earner < other.earner ? -1 : 1;
  return one.token < other.token ? -1 : one.token > other.token ? 1 : 0;
}
