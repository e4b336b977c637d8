import { sql } from "kysely";
import { poolRows } from "../operators/sources.ts";
import type { Plans } from "../plan/compile.ts";
import { connection } from "../plan/connection.ts";
import { column, globalId, json, one, origin, value } from "../plan/fields.ts";
import type { ObjectPlan, Row } from "../plan/objectType.ts";
import type { Scope } from "../plan/scope.ts";
import { createdColumns, stepped, versioned } from "../plan/source.ts";
import { fault } from "../plan/text.ts";
import { delegations, withdrawals } from "./lists.ts";
import { assetsDown } from "./sharesToAssets.ts";

/** What shares are worth at their pool's rate, after whatever was slashed. */
const worthDown = (row: Row, scope: Scope) => sql`coalesce(
  (select '"' || ${assetsDown(row("shares"), sql`pool.total_assets`, sql`pool.total_shares`)} || '"'
  from ${poolRows(scope)} as pool where pool.operator = ${row("operator")} and pool.asset = ${row("asset")}),
  ${sql.lit(fault("Pool"))})`;

const delegation: ObjectPlan = {
  source: versioned("delegation", ["delegator", "operator", "asset"], createdColumns),
  fields: {
    id: globalId("Delegation", "delegator", "operator", "asset"),
    delegator: column("delegator"),
    operator: one("Operator", { address: "operator" }),
    asset: one("Asset", { address: "asset" }),
    shares: column("shares"),
    assets: json(worthDown),
    since: origin,
  },
};

const completed = {
  block: "completed_block",
  timestamp: "completed_at",
  columns: ["assets_paid", "assets_lost_to_slashing", "completed_at"],
};
const withdrawal: ObjectPlan = {
  source: stepped(
    "withdrawal",
    ["id", "delegator", "operator", "asset", "shares", "unlock_at", ...createdColumns],
    [completed],
  ),
  fields: {
    id: globalId("Withdrawal", "id"),
    withdrawalId: column("id"),
    delegator: column("delegator"),
    operator: one("Operator", { address: "operator" }),
    asset: one("Asset", { address: "asset" }),
    shares: column("shares"),
    assets: json(
      (row, scope) =>
        sql`case when ${row("completed_at")} is null then ${worthDown(row, scope)} else 'null' end`,
    ),
    status: value((row) => sql`case when ${row("completed_at")} is null then 'QUEUED' else 'COMPLETED' end`),
    queued: origin,
    unlocksAt: column("unlock_at"),
    assetsPaid: column("assets_paid"),
    assetsLostToSlashing: column("assets_lost_to_slashing"),
    completedAt: column("completed_at"),
  },
};

export const delegationPlans: Plans = {
  objects: { Delegation: delegation, Withdrawal: withdrawal },
  query: { delegations: connection(delegations), withdrawals: connection(withdrawals) },
};
