import type { Address } from "viem";
import { readAhead } from "../async/readAhead.ts";
import type { Database } from "../database/createDatabase.ts";
import { allBuckets, type BucketRange, countLeaves, listTotals, type TotalsGroup } from "./totalQueries.ts";

/** A leaf of an epoch's tree, and what of it was earned in the epoch itself. */
export type EarnedLeaf = {
  readonly earner: Address;
  readonly token: Address;
  readonly cumulative: bigint;
  readonly earned: bigint;
};

/** Enough that a statement's own cost is little beside them; some megabytes. */
const leavesInBatch = 10_000;

/** The leaves of an epoch's tree in ascending order of earner and token, in batches: memory stays flat. */
export async function* streamLeaves(db: Database, epoch: bigint): AsyncGenerator<EarnedLeaf[]> {
  for await (const groups of streamTotals(db, epoch)) yield leavesOf(groups, epoch);
}

/** The same, by bucket and token, ascending by earner in each of them. */
export async function* streamTotals(db: Database, epoch: bigint): AsyncGenerator<TotalsGroup[]> {
  const ranges = batchesOf(await countLeaves(db, epoch));
  yield* readAhead(ranges.map((range) => () => listTotals(db, epoch, range)));
}

/** Neighbouring buckets together, until they make a batch. */
function batchesOf(buckets: Awaited<ReturnType<typeof countLeaves>>): BucketRange[] {
  const starts: string[] = [];
  let leaves = leavesInBatch;
  for (const bucket of buckets) {
    if (leaves >= leavesInBatch) {
      starts.push(bucket.bucket);
      leaves = 0;
    }
    leaves += bucket.leaves;
  }
  return starts.map((from, index) => ({ from, until: starts[index + 1] ?? allBuckets.until }));
}

/** All leaves of an epoch's tree at once. */
export async function readLeaves(db: Database, epoch: bigint): Promise<EarnedLeaf[]> {
  return leavesOf(await listTotals(db, epoch, allBuckets), epoch);
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
    const amounts = group.epoch === epoch ? group.earned.split(",") : [];
    group.earners.forEach((earner, index) => {
      const cumulative = group.totals[index] ?? 0n;
      const earned = BigInt(amounts[index] ?? 0);
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
