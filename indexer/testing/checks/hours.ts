import { sql } from "kysely";
import { zeroAddress } from "viem";
import type { Database } from "../../../lib/database/createDatabase.ts";
import type { Check, Comparison } from "./comparison.ts";

/** Hours and days beside the same sums over rows that know each moment, and each asset's stake beside its pools'. */
export const checkHours: Check = async (db) => [
  await compareSums(
    db,
    "activity",
    "tasks_created",
    sql`select network, null as operator, created_at as at, 1 as n from indexer.task`,
  ),
  await compareSums(
    db,
    "activity",
    "tasks_responded",
    sql`select network, null as operator, responded_at as at, 1 as n from indexer.task where responded_at is not null`,
  ),
  ...(await Promise.all(
    (["EXPIRED", "FINAL", "REJECTED"] as const).map((status) =>
      compareSums(
        db,
        "activity",
        { EXPIRED: "tasks_expired", FINAL: "tasks_finalized", REJECTED: "tasks_rejected" }[status],
        sql`select network, null as operator, closed_at as at, 1 as n from indexer.task where status = ${status}`,
      ),
    ),
  )),
  await compareSums(
    db,
    "activity",
    "challenges_raised",
    sql`select network, null as operator, created_at as at, 1 as n from indexer.challenge`,
  ),
  await compareSums(
    db,
    "activity",
    "assigned",
    sql`select part.network, part.operator, responded_at as at, 1 as n
      from indexer.participation part join indexer.task on task.id = task_id where signed is not null`,
  ),
  await compareSums(
    db,
    "activity",
    "signed",
    sql`select part.network, part.operator, responded_at as at, 1 as n
      from indexer.participation part join indexer.task on task.id = task_id where signed`,
  ),
  await compareSums(
    db,
    "activity",
    "slashes",
    sql`select network, operator, created_at as at, 1 as n from indexer.slash`,
  ),
  await compareSums(
    db,
    "stake",
    "slashed",
    sql`select network, operator, timestamp as at, active_slashed + queued_slashed as n
      from indexer.pool_slash where active_slashed + queued_slashed > 0`,
  ),
  ...(await Promise.all(
    (["FEE", "FORFEITED_BOND", "SLASHED_STAKE"] as const).map((source) =>
      compareSums(
        db,
        "reward",
        { FEE: "fees", FORFEITED_BOND: "forfeited_bonds", SLASHED_STAKE: "slashed_stake" }[source],
        sql`select network, null as operator, created_at as at, amount as n from indexer.reward_accrual where source = ${source}`,
      ),
    ),
  )),
  await compareSums(
    db,
    "reward",
    "claimed",
    sql`select null as network, null as operator, created_at as at, amount as n from indexer.reward_claim`,
  ),
  await compareStake(db),
  await compareWeights(db),
  await compareFlows(db),
];

type Rows = ReturnType<typeof sql>;

/** Sums of `source` (network, operator, at, n; null where an event is nobody's) by hour, day and subject. */
async function compareSums(db: Database, kind: string, column: string, source: Rows): Promise<Comparison> {
  const buckets = async (seconds: number, table: string) => {
    const { rows } = await sql<{ line: string }>`
      with fact as (${source}), of_subject as (
        select 'TOTAL' as scope, ${zeroAddress} as subject, at, n from fact
        union all select 'NETWORK', network, at, n from fact where network is not null
        union all select 'OPERATOR', operator, at, n from fact where operator is not null
      ), wanted as (
        select scope, subject, at - at % ${seconds} as start, sum(n)::numeric as n from of_subject group by 1, 2, 3
      ), kept as (
        select scope, subject, start, sum(${sql.ref(column)})::numeric as n from ${sql.table(`indexer.${table}`)}
        group by 1, 2, 3 having sum(${sql.ref(column)}) <> 0
      )
      select coalesce(wanted.subject, kept.subject) || ' ' || coalesce(wanted.start, kept.start)
        || ': ' || coalesce(kept.n, 0) || ' instead of ' || coalesce(wanted.n, 0) as line
      from wanted full join kept using (scope, subject, start) where wanted.n is distinct from kept.n order by 1
    `.execute(db);
    return rows.map(({ line }) => line);
  };
  const rows = [...(await buckets(3_600, `${kind}_hour`)), ...(await buckets(86_400, `${kind}_day`))];
  return { what: `${kind} by hour and day: ${column}`, rows, chain: [] };
}

/** An asset's stake is its pools', and so say its newest hour and day. */
async function compareStake(db: Database): Promise<Comparison> {
  const { rows } = await sql<{ kept: bigint; hour: bigint; day: bigint; pools: bigint }>`
    select asset.staked as kept,
      (select staked from indexer.stake_hour where scope = 'TOTAL' and asset = address order by start desc limit 1) as hour,
      (select staked from indexer.stake_day where scope = 'TOTAL' and asset = address order by start desc limit 1) as day,
      (select sum(total_assets)::numeric(78,0) from indexer.pool where asset = address) as pools
    from indexer.asset where exists (select from indexer.pool where asset = address) order by address
  `.execute(db);
  return {
    what: "stake of assets",
    rows: rows.map(({ kept, hour, day }) => [kept, hour, day]),
    chain: rows.map(({ pools }) => [pools, pools, pools]),
  };
}

/** At an hour's end a network's weight is that of its version then. */
async function compareWeights(db: Database): Promise<Comparison> {
  const { rows } = await sql<{ weight: bigint; version: bigint }>`
    select hour.weight, version.total_weight as version
    from indexer.activity_hour hour join indexer.network_version version
      on version.address = hour.subject and since_timestamp < start + 3600
      and (until_timestamp >= start + 3600 or until_timestamp is null)
    where hour.scope = 'NETWORK' and hour.weight is not null
  `.execute(db);
  return {
    what: "weights at hours' ends",
    rows: rows.map(({ weight }) => weight),
    chain: rows.map(({ version }) => version),
  };
}

/** What was staked grows by what flows, from hour to hour. */
async function compareFlows(db: Database): Promise<Comparison> {
  const { rows } = await sql<{ staked: bigint; flowed: bigint }>`
    select staked, sum(deposited - withdrawn - slashed)
      over (partition by scope, subject, asset order by start)::numeric(78,0) as flowed
    from indexer.stake_hour where scope <> 'NETWORK'
  `.execute(db);
  return {
    what: "stake and its flows",
    rows: rows.map(({ staked }) => staked),
    chain: rows.map(({ flowed }) => flowed),
  };
}
