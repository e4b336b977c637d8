import { sql } from "kysely";
import { exposureOfDelegator } from "../exposure/ofDelegator.ts";
import { poolRows } from "../operators/sources.ts";
import type { Plans } from "../plan/compile.ts";
import { connection } from "../plan/connection.ts";
import { column, globalId, json, one, origin, value } from "../plan/fields.ts";
import { history, versionType } from "../plan/history.ts";
import type { ObjectPlan, Row } from "../plan/objectType.ts";
import type { Scope } from "../plan/scope.ts";
import { fault } from "../plan/text.ts";
import { rewardsOfDelegator } from "../rewards/ofDelegator.ts";
import { delegationFilters, delegations, ofDelegator, withdrawalFilters, withdrawals } from "./lists.ts";
import { assetsDown } from "./sharesToAssets.ts";
import { delegationRows, withdrawalRows } from "./sources.ts";

/** What shares are worth at their pool's rate, after whatever was slashed. */
const worthDown = (row: Row, scope: Scope) => sql`coalesce(
  (select '"' || ${assetsDown(row("shares"), sql`pool.total_assets`, sql`pool.total_shares`)} || '"'
  from ${poolRows(scope)} as pool where pool.operator = ${row("operator")} and pool.asset = ${row("asset")}),
  ${sql.lit(fault("Pool"))})`;

const delegation: ObjectPlan = {
  source: delegationRows,
  filters: delegationFilters,
  fields: {
    id: globalId("Delegation", "delegator", "operator", "asset"),
    delegator: column("delegator"),
    operator: one("Operator", { address: "operator" }),
    asset: one("Asset", { address: "asset" }),
    shares: column("shares"),
    assets: json(worthDown),
    since: origin,
    history: history("DelegationVersion", ["delegator", "operator", "asset"]),
  },
};

const withdrawal: ObjectPlan = {
  source: withdrawalRows,
  filters: withdrawalFilters,
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

const delegator: ObjectPlan = {
  fields: {
    address: column("address"),
    delegations: connection(ofDelegator(delegations)),
    withdrawals: connection(ofDelegator(withdrawals)),
    exposure: exposureOfDelegator,
    rewards: rewardsOfDelegator,
  },
};

export const delegationPlans: Plans = {
  objects: {
    Delegation: delegation,
    Withdrawal: withdrawal,
    Delegator: delegator,
    DelegationVersion: versionType("delegation", ["delegator", "operator", "asset"], { shares: "shares" }),
  },
  query: {
    delegations: connection(delegations),
    withdrawals: connection(withdrawals),
    /** Anyone may be one, so everyone is. */
    delegator: (use) => {
      const address = use.args.field("address").param("text");
      return use.compiler.object("Delegator", use, { row: () => address });
    },
  },
};
