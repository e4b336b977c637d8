import { sql } from "kysely";
import { fullMagnitude, magnitudeNow } from "../allocations/magnitude.ts";
import { allocationRows } from "../allocations/sources.ts";
import { lossOf, type SlashedPool } from "../delegations/sharesToAssets.ts";
import { delegationRows, withdrawalRows } from "../delegations/sources.ts";
import { poolMagnitudeRows, poolRows } from "../operators/sources.ts";
import { rowOf } from "../plan/fields.ts";
import type { Row } from "../plan/objectType.ts";
import type { Scope } from "../plan/scope.ts";
import type { Sql } from "../plan/text.ts";
import { byDelegator } from "./losses.ts";

/** A quotient of whole numbers, rounded up; the divisor is positive. */
const divUp = (dividend: Sql, divisor: Sql): Sql => sql`div(${dividend} + ${divisor} - 1, ${divisor})`;

/**
 * What a slash of a fraction (1e18 = all) would take of every pool of which a network has a part, as `AllocationManager.slash` and
 * `DelegationManager.slash` calculate it: `slashed = ⌈magnitude · fraction / 1e18⌉` of the magnitude,
 * `amount = ⌈totalAssets · slashed / totalMagnitude⌉` of the assets, queued ones included. A pool that nobody ever
 * deposited into has none.
 */
export function slashedRows(scope: Scope, fraction: Sql): Sql {
  const allocation = rowOf("allocation");
  const taken = rowOf("taken");
  const pool = slashedPool(taken, sql`(${taken("total_assets")} - ${taken("amount")})`);
  return sql`(select taken.*, taken.total_assets - taken.amount as assets_after,
      least(${lossOf(sql`taken.queued_shares`, pool)}, taken.amount) as queued_slashed
    from (select part.*, ${divUp(sql`part.total_assets * part.slashed`, sql`part.total_magnitude`)} as amount
      from (select held.*, ${divUp(sql`held.magnitude * ${fraction}`, sql`${sql.lit(fullMagnitude)}`)} as slashed
        from (select allocation.operator, allocation.network, allocation.asset,
            ${magnitudeNow(allocation, scope)} as magnitude,
            coalesce(left_over.total_magnitude, ${sql.lit(fullMagnitude)}) as total_magnitude,
            coalesce(pool.total_assets, 0) as total_assets, coalesce(pool.total_shares, 0) as total_shares,
            coalesce(pool.queued_shares, 0) as queued_shares
          from ${allocationRows(scope)} as allocation
          left join ${poolRows(scope)} as pool
            on pool.operator = allocation.operator and pool.asset = allocation.asset
          left join ${poolMagnitudeRows(scope)} as left_over
            on left_over.operator = allocation.operator and left_over.asset = allocation.asset
          where ${magnitudeNow(allocation, scope)} > 0) as held) as part) as taken)`;
}

const slashedPool = (pool: Row, after: Sql): SlashedPool => ({
  before: pool("total_assets"),
  after,
  totalShares: pool("total_shares"),
});

/** What each delegator of a slashed pool would lose, with active shares and with each of its queued withdrawals. */
export function lossRows(scope: Scope, slashed: Row): Sql {
  const loss = (row: Row) => lossOf(row("shares"), slashedPool(slashed, slashed("assets_after")));
  const ofPool = (row: Row) =>
    sql`${row("operator")} = ${slashed("operator")} and ${row("asset")} = ${slashed("asset")}`;
  const [active, queued] = [rowOf("active"), rowOf("queued")];
  return byDelegator(
    sql`select active.delegator, ${loss(active)} as loss
      from ${delegationRows(scope)} as active where ${ofPool(active)} and active.shares > 0`,
    sql`select queued.delegator, ${loss(queued)} as loss
      from ${withdrawalRows(scope)} as queued where ${ofPool(queued)} and queued.completed_at is null`,
  );
}
