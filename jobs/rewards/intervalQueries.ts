import { sql } from "kysely";
import type { Address } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { PoolSteps } from "./holdings.ts";
import type { OperatorRange } from "./shardQueries.ts";
import type { EpochInput } from "./types.ts";

/** The intervals of shares: copied once from the indexer's tables in stage 1, a text per pool, and read by the shards of stage 2. */

/**
 * Begins a transaction of stage 1: whoever comes second waits here, before it sees anything, and then sees what the first one wrote. The copy of
 * millions of intervals may take longer than other statements, and fits no smaller memory: Postgres would sort them on disk.
 */
export async function lockSnapshot(trx: Database): Promise<void> {
  await sql`lock table nektar.reward_interval in share row exclusive mode`.execute(trx);
  await sql`set local statement_timeout = '10min'`.execute(trx);
  await sql`set local work_mem = '256MB'`.execute(trx);
  await sql`set local jit = off`.execute(trx);
}

export type Intervals = { readonly operator: Address; readonly intervals: bigint };

/**
 * Copies the part inside the epoch of every interval of these operators.
 * @returns how many each of them has.
 */
export async function copyIntervals(
  trx: Database,
  { epoch, start, end }: Pick<EpochInput, "epoch" | "start" | "end">,
  operators: readonly Address[],
): Promise<Intervals[]> {
  await sql`
    insert into nektar.reward_interval (epoch, operator, asset, intervals, steps)
    select ${epoch}, operator, asset, count(*), string_agg(delegator || ' ' || greatest(since_timestamp, ${start}) || ' '
      || least(coalesce(until_timestamp, ${end}), ${end}) || ' ' || shares, ',')
    from indexer.delegation_version
    where operator = any(${operators})
      and since_timestamp < ${end} and (until_timestamp is null or until_timestamp > ${start})
    group by operator, asset`.execute(trx);
  return trx
    .selectFrom("nektar.reward_interval")
    .select((eb) => ["operator", sql<bigint>`${eb.fn.sum("intervals")}`.as("intervals")])
    .where("epoch", "=", epoch)
    .groupBy("operator")
    .execute();
}

/** A shard's intervals. */
export async function readPoolSteps(
  db: Database,
  { epoch, first, last }: OperatorRange,
): Promise<PoolSteps[]> {
  return db
    .selectFrom("nektar.reward_interval")
    .select(["operator", "asset", "steps"])
    .where("epoch", "=", epoch)
    .where("operator", ">=", first)
    .where("operator", "<=", last)
    .orderBy("operator")
    .orderBy("asset")
    .execute();
}

/** What a shard that is done needs no more. */
export async function deleteIntervals(trx: Database, { epoch, first, last }: OperatorRange): Promise<void> {
  await trx
    .deleteFrom("nektar.reward_interval")
    .where("epoch", "=", epoch)
    .where("operator", ">=", first)
    .where("operator", "<=", last)
    .execute();
}
