import { sql } from "kysely";
import { fullMagnitude } from "../allocations/magnitude.ts";
import { delegationRows, withdrawalRows } from "../delegations/sources.ts";
import { column, one, rowOf } from "../plan/fields.ts";
import { list } from "../plan/list.ts";
import type { ObjectPlan, Row } from "../plan/objectType.ts";
import type { Scope } from "../plan/scope.ts";
import type { Sql } from "../plan/text.ts";
import { lossRows, slashedRows } from "./sources.ts";

/** What slashes of everything would take of a delegator's shares, of the pools in which it has some. */
function exposedRows(scope: Scope, delegator: Row): Sql {
  const slashed = rowOf("slashed");
  return sql`(select slashed.network, slashed.operator, slashed.asset, loss.active, loss.queued
    from ${slashedRows(scope, sql.lit(fullMagnitude))} as slashed
    cross join lateral ${lossRows(scope, slashed)} as loss
    where loss.delegator = ${delegator("address")} and (slashed.operator, slashed.asset) in (
      select held.operator, held.asset from ${delegationRows(scope)} as held
        where held.delegator = ${delegator("address")} and held.shares > 0
      union select queued.operator, queued.asset from ${withdrawalRows(scope)} as queued
        where queued.delegator = ${delegator("address")} and queued.completed_at is null))`;
}

/** The largest first. */
export const exposureOfDelegator = list("DelegatorExposure", {
  source: exposedRows,
  order: (row) => [
    sql`${row("active")} + ${row("queued")} desc`,
    row("network"),
    row("operator"),
    row("asset"),
  ],
  typical: 5,
});

export const delegatorExposure: ObjectPlan = {
  fields: {
    network: one("Network", { address: "network" }),
    operator: one("Operator", { address: "operator" }),
    asset: one("Asset", { address: "asset" }),
    active: column("active"),
    queued: column("queued"),
  },
};
