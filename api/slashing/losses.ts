import { sql } from "kysely";
import { lossOf } from "../delegations/sharesToAssets.ts";
import { byDelegator } from "../exposure/losses.ts";
import type { Row } from "../plan/objectType.ts";
import type { Sql } from "../plan/text.ts";

/** All that a slash took of a pool. */
export const amountOf = (slash: Row): Sql => sql`(${slash("active_slashed")} + ${slash("queued_slashed")})`;

/** What shares lost by a slash of their pool: its totals are the slash's own, whatever else its block did to the pool. */
const loss = (slash: Row, shares: Sql): Sql => {
  const after = slash("total_assets_after");
  return lossOf(shares, {
    before: sql`(${after} + ${amountOf(slash)})`,
    after,
    totalShares: slash("total_shares"),
  });
};

/** What the slash's own block had done before it, of these events: the versions of rows are those of blocks' ends. */
const earlier = (slash: Row, what: Sql, ...names: readonly string[]): Sql =>
  sql`select ${what} from indexer.event as earlier
    where earlier.block = ${slash("block")} and earlier.log_index < ${slash("log_index")}
      and earlier.contract = 'DelegationManager' and earlier.name in (${sql.join(names.map((name) => sql.lit(name)))})`;

const argument = (name: string): Sql => sql`(earlier.args::json ->> ${sql.lit(name)})`;

/** The withdrawals of a pool that were in the queue when it was slashed, and what each lost. */
export function withdrawalLossRows(slash: Row): Sql {
  const id = argument("withdrawalId");
  return sql`(select queued.id, queued.delegator, queued.completed_block, queued.completed_at, queued.completed_tx,
      ${loss(slash, sql`queued.shares`)} as loss
    from indexer.withdrawal as queued
    where queued.operator = ${slash("operator")} and queued.asset = ${slash("asset")}
      and (queued.created_block < ${slash("block")} or queued.created_block = ${slash("block")}
        and queued.id in (${earlier(slash, id, "WithdrawalQueued")}))
      and (queued.completed_block is null or queued.completed_block > ${slash("block")}
        or queued.completed_block = ${slash("block")}
        and queued.id not in (${earlier(slash, id, "WithdrawalCompleted")})))`;
}

/** Active shares of each delegator of a pool when it was slashed: those at the end of the block before, and what its block did. */
function activeRows(slash: Row): Sql {
  const shares = sql`${argument("shares")}::numeric`;
  const change = sql`${argument("delegator")}, case earlier.name when 'Delegated' then ${shares} else -${shares} end`;
  return sql`(select line.delegator, sum(line.shares) as shares from (
      select held.delegator, held.shares from indexer.delegation_version as held
        where held.operator = ${slash("operator")} and held.asset = ${slash("asset")} and held.shares > 0
          and held.since_block < ${slash("block")}
          and (held.until_block >= ${slash("block")} or held.until_block is null)
      union all (${earlier(slash, change, "Delegated", "WithdrawalQueued")}
        and ${argument("operator")} = ${slash("operator")} and ${argument("asset")} = ${slash("asset")})
    ) as line group by line.delegator having sum(line.shares) > 0)`;
}

/**
 * What each delegator of a slashed pool lost with its active shares and with each of its queued withdrawals.
 * The past does not change, so no scope matters.
 */
export const slashLossRows = (slash: Row): Sql =>
  byDelegator(
    sql`select active.delegator, ${loss(slash, sql`active.shares`)} as loss from ${activeRows(slash)} as active`,
    sql`select hit.delegator, hit.loss from ${withdrawalLossRows(slash)} as hit`,
  );
