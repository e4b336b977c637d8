import { sql } from "kysely";
import type { Address } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";

const basisPoints = 10_000;
/** Magnitudes and multipliers count in 1e-18. */
const one = sql`1000000000000000000::numeric`;

export type Drift = {
  readonly network: Address;
  readonly operator: Address;
  /** What `syncWeights` would record now, and what is recorded, 1e-18 units. */
  readonly live: bigint;
  readonly recorded: bigint;
};

/**
 * Operators of whitelisted networks, or of one of them, whose recorded weights differ from the live ones, summed over
 * assets, by at least `driftBps` of the larger total; by network, and the largest difference first. Live weights are those
 * of the contract: `floor(activeAssets * magnitude * multiplier / (totalMagnitude * 1e18))`, as of the indexed block's
 * timestamp.
 */
export async function listDrifted(db: Database, driftBps: number, network?: Address): Promise<Drift[]> {
  const { rows } = await sql<Drift>`
    with head as (
      select substr(latest_checkpoint, 1, 10)::numeric as timestamp from indexer._ponder_checkpoint limit 1
    ), listed as (
      select address from indexer.network
      where status = 'WHITELISTED' and ${network === undefined ? sql`true` : sql`address = ${network}`}
    ), live as (
      select member.network, member.operator, accepted.asset, coalesce(div(
          div((pool.total_shares - pool.queued_shares) * (pool.total_assets + 1), pool.total_shares + 1)
            * case when part.effective_at <= head.timestamp then part.next_magnitude else part.magnitude end
            * accepted.multiplier,
          nullif(coalesce(whole.total_magnitude, ${one}), 0) * ${one}
        ), 0) as weight
      from head
      cross join listed
      join indexer.network_operator as member on member.network = listed.address and member.opted_in
      join indexer.network_asset as accepted on accepted.network = member.network and accepted.multiplier > 0
      join indexer.allocation as part on part.operator = member.operator and part.network = member.network
        and part.asset = accepted.asset
      join indexer.pool as pool on pool.operator = member.operator and pool.asset = accepted.asset
      left join indexer.pool_magnitude as whole on whole.operator = member.operator and whole.asset = accepted.asset
    ), recorded as (
      select network, operator, asset, weight
      from indexer.operator_weight join listed on listed.address = network
      where weight > 0
    ), totals as (
      select network, operator, sum(coalesce(live.weight, 0)) as live, sum(coalesce(recorded.weight, 0)) as recorded,
        sum(abs(coalesce(live.weight, 0) - coalesce(recorded.weight, 0))) as drift
      from live full join recorded using (network, operator, asset)
      group by network, operator
    )
    select network, operator, live, recorded
    from totals
    where drift > 0 and drift * ${basisPoints} >= greatest(live, recorded) * ${driftBps}
    order by network, drift desc, operator
  `.execute(db);
  return rows;
}

/** Of these networks, those of which a sync was sent in the slot, or was sent by this sender and is not indexed. */
export async function listSyncing(
  db: Database,
  sender: Address,
  networks: readonly Address[],
  slot: bigint,
): Promise<Address[]> {
  const { rows } = await sql<{ network: Address }>`
    select network
    from unnest(${[...networks]}::text[]) as network
    where exists (
      select from nektar.transaction
      where purpose = 'sync:' || network || ':' || ${String(slot)} and state <> 'failed'
    ) or exists (
      select from nektar.transaction as sent, indexer._ponder_checkpoint as head
      where sent.sender = ${sender} and sent.state in ('pending', 'mined')
        and sent.purpose like 'sync:' || network || ':%'
        and (sent.state = 'pending' or sent.block > substr(head.latest_checkpoint, 27, 16)::numeric)
    )`.execute(db);
  return rows.map((row) => row.network);
}
