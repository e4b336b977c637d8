import { type RawBuilder, sql } from "kysely";
import { type Address, zeroAddress } from "viem";
import type { Database } from "../database/createDatabase.ts";

/** Reads of `nektar.reward_total`: everything that somebody has earned up to and including an epoch. */

/** The part of the table that holds an earner: the first three hex digits of its address. */
export function bucketOf(earner: Address): string {
  return earner.slice(2, 5);
}

export type EarnedTotal = { readonly token: Address; readonly cumulative: bigint; readonly earned: bigint };

/** An earner's totals as of an epoch, a row per token in which it has earned anything, and what it earned in that epoch. */
export async function selectTotals(db: Database, epoch: bigint, earner: Address): Promise<EarnedTotal[]> {
  const bucket = bucketOf(earner);
  const { rows } = await sql<EarnedTotal>`
    with recursive ${keysOf(bucket, `${bucket}g`)}
    select token, split_part(totals, ',', at)::numeric as cumulative,
      case when epoch = ${epoch} then split_part(earned, ',', at)::numeric else 0 end as earned
    from keys cross join lateral (${lastRow(epoch)}) row
    cross join lateral (select ${placeIn(sql`earners`, earner)} as at) element
    where at > 0 order by token`.execute(db);
  return rows;
}

export type TotalsGroup = {
  readonly bucket: string;
  readonly token: Address;
  /** The epoch in which anything here changed for the last time. */
  readonly epoch: bigint;
  readonly earners: readonly Address[];
  readonly totals: readonly bigint[];
  /** As text, separated by commas, since not everybody wants to know. */
  readonly earned: string;
};

/** Buckets from one on, up to another that is not among them. */
export type BucketRange = { readonly from: string; readonly until: string };

/** Every bucket. */
export const allBuckets: BucketRange = { from: "", until: "g" };

/** All totals as of an epoch of the earners of some buckets, by bucket and token. */
export async function listTotals(
  db: Database,
  epoch: bigint,
  { from, until }: BucketRange,
): Promise<TotalsGroup[]> {
  const { rows } = await sql<{ bucket: string; token: Address; epoch: bigint } & Lists>`
    with recursive ${keysOf(from, until)}
    select bucket, token, epoch, earners, totals, earned
    from keys cross join lateral (${lastRow(epoch)}) row
    order by bucket, token`.execute(db);
  return rows.map(({ earners, totals, ...group }) => ({
    ...group,
    earners: earners.split(",") as Address[],
    totals: totals.split(",").map(BigInt),
  }));
}

/** How many leaves of an epoch's tree are in each bucket, buckets ascending. */
export async function countLeaves(
  db: Database,
  epoch: bigint,
): Promise<{ readonly bucket: string; readonly leaves: number }[]> {
  const { rows } = await sql<{ bucket: string; leaves: number }>`
    with recursive ${keysOf(allBuckets.from, allBuckets.until)}
    select bucket, sum(leaves)::integer as leaves from keys cross join lateral (${lastRow(epoch)}) row
    group by bucket order by bucket`.execute(db);
  return rows;
}

type Expression = RawBuilder<unknown>;

/** An address in a list, with the comma after it. */
const elementLength = `${zeroAddress},`.length;

/** Where an earner stands in a list of earners, from 1 on; 0 when it does not. */
export function placeIn(earners: Expression, earner: Address | Expression) {
  return sql`(position(${earner} in ${earners}) + ${sql.lit(elementLength - 1)}) / ${sql.lit(elementLength)}`;
}

type Lists = { readonly earners: string; readonly totals: string; readonly earned: string };

/** Every bucket and token in `[from, until)` by one probe of the index each, however many epochs there are. */
export function keysOf(from: string | Expression, until: string | Expression) {
  const next = sql`select bucket, token from nektar.reward_total`;
  return sql`keys as (
    (${next} where bucket >= ${from} and bucket < ${until} order by bucket, token limit 1)
    union all
    select following.bucket, following.token from keys cross join lateral (
      ${next} where (bucket, token) > (keys.bucket, keys.token) and bucket < ${until} order by bucket, token limit 1
    ) following
  )`;
}

/** The row of a key that holds as of an epoch. */
export function lastRow(epoch: bigint | Expression) {
  return sql`select epoch, earners, totals, earned, leaves from nektar.reward_total total
    where total.bucket = keys.bucket and total.token = keys.token and total.epoch <= ${epoch}
    order by total.epoch desc limit 1`;
}
