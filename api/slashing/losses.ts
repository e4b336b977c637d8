import { sql } from "kysely";
import type { Row } from "../plan/objectType.ts";
import type { Sql } from "../plan/text.ts";

/** What shares of a pool lost by its slash: times the fall of the rate, rounded down. */
const lossDown = (slash: Row, shares: Sql): Sql =>
  sql`div(${shares} * (${slash("assets_per_share_before")} - ${slash("assets_per_share_after")}), 1000000000000000000)`;

/** The withdrawals of a pool that were in the queue when it was slashed, and what each lost. */
export function withdrawalLossRows(slash: Row): Sql {
  return sql`(select queued.id, queued.delegator, queued.completed_block, queued.completed_at, queued.completed_tx,
      ${lossDown(slash, sql`queued.shares`)} as loss
    from indexer.withdrawal as queued
    where queued.operator = ${slash("operator")} and queued.asset = ${slash("asset")}
      and queued.created_block < ${slash("block")}
      and (queued.completed_block >= ${slash("block")} or queued.completed_block is null))`;
}

/**
 * What each delegator of a slashed pool lost: its shares at the end of the block before, active ones and those of each queued
 * withdrawal, times the fall of the rate, rounded down. The past does not change, so no scope matters.
 */
export function slashLossRows(slash: Row): Sql {
  return sql`(select line.delegator, sum(line.active) as active, sum(line.queued) as queued from (
      select held.delegator, ${lossDown(slash, sql`held.shares`)} as active, 0::numeric as queued
        from indexer.delegation_version as held
        where held.operator = ${slash("operator")} and held.asset = ${slash("asset")} and held.shares > 0
          and held.since_block < ${slash("block")}
          and (held.until_block >= ${slash("block")} or held.until_block is null)
      union all select hit.delegator, 0::numeric, hit.loss from ${withdrawalLossRows(slash)} as hit
    ) as line group by line.delegator)`;
}
