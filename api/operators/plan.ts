import { sql } from "kysely";
import type { EpochSchedule } from "../../lib/protocol/epochs.ts";
import { fullMagnitude } from "../allocations/magnitude.ts";
import { allocationsOfOperator } from "../allocations/plan.ts";
import { delegationsOfOperator } from "../delegations/lists.ts";
import { exposureOfOperator } from "../exposure/plan.ts";
import { membershipsOfOperator } from "../networks/lists.ts";
import { participationOfOperator } from "../participation/plan.ts";
import type { Plans } from "../plan/compile.ts";
import { connection } from "../plan/connection.ts";
import { column, found, globalId, json, one, origin, value } from "../plan/fields.ts";
import { history, versionType } from "../plan/history.ts";
import { list } from "../plan/list.ts";
import type { FieldPlan, ObjectPlan, Row } from "../plan/objectType.ts";
import type { Scope } from "../plan/scope.ts";
import { fault } from "../plan/text.ts";
import { startOfEpoch } from "../rewards/epochTimes.ts";
import { scheduledChangesOf } from "../scheduled/plan.ts";
import { slashesOf } from "../slashing/lists.ts";
import { tasksOfOperator } from "../tasks/lists.ts";
import { operatorFilters, operators } from "./lists.ts";
import { commissionRows, operatorRows, poolMagnitudeRows, poolRows } from "./sources.ts";

/** The commission with the latest effective epoch up to the scope's. */
const commissionInForce = (row: Row, scope: Scope) => sql`coalesce((
  select commission.commission_bps::text from ${commissionRows(scope)} as commission
  where commission.operator = ${row("address")} and commission.effective_epoch <= ${scope.epoch}
  order by commission.effective_epoch desc limit 1), ${sql.lit(fault("commission"))})`;

const scheduledCommission: FieldPlan = (use) =>
  found(
    use,
    "ScheduledCommission",
    (row) => [
      sql`${row("operator")} = ${use.row("address")}`,
      sql`${row("effective_epoch")} > ${use.scope.epoch}`,
    ],
    (row) => row("effective_epoch"),
  );

const operator: ObjectPlan = {
  source: operatorRows,
  filters: operatorFilters,
  keyed: ["id", "address"],
  fields: {
    id: globalId("Operator", "address"),
    address: column("address"),
    payout: column("payout"),
    blsKey: column("bls_key"),
    metadataUri: column("metadata_uri"),
    commissionBps: json(commissionInForce),
    scheduledCommission,
    scheduledChanges: scheduledChangesOf("operator"),
    registered: origin,
    history: history("OperatorVersion", ["address"]),
    commissions: list("ScheduledCommission", {
      by: { operator: "address" },
      order: (row) => [row("effective_epoch")],
      typical: 3,
    }),
    pools: list("Pool", {
      by: { operator: "address" },
      order: (row) => [row("created_block"), row("asset")],
      typical: 2,
    }),
    memberships: membershipsOfOperator,
    participation: participationOfOperator,
    allocations: allocationsOfOperator,
    exposure: exposureOfOperator,
    slashes: connection(slashesOf("operator", "address")),
    delegations: connection(delegationsOfOperator),
    tasks: connection(tasksOfOperator),
  },
};

const pool: ObjectPlan = {
  source: poolRows,
  fields: {
    operator: one("Operator", { address: "operator" }),
    asset: one("Asset", { address: "asset" }),
    history: history("PoolVersion", ["operator", "asset"]),
    totalAssets: column("total_assets"),
    totalShares: column("total_shares"),
    queuedShares: column("queued_shares"),
    totalMagnitude: value(
      (row, scope) => sql`coalesce((select magnitude.total_magnitude
        from ${poolMagnitudeRows(scope)} as magnitude
        where magnitude.operator = ${row("operator")} and magnitude.asset = ${row("asset")}),
        ${sql.lit(fullMagnitude)})`,
    ),
  },
};

const scheduled = (schedule: EpochSchedule): ObjectPlan => ({
  source: commissionRows,
  fields: {
    commissionBps: column("commission_bps"),
    effectiveEpoch: column("effective_epoch"),
    effectiveAt: value((row) => startOfEpoch(schedule, row("effective_epoch"))),
  },
});

const versions = {
  OperatorVersion: versionType("operator", ["address"], { payout: "payout", metadataUri: "metadata_uri" }),
  PoolVersion: versionType("pool", ["operator", "asset"], {
    totalAssets: "total_assets",
    totalShares: "total_shares",
    queuedShares: "queued_shares",
  }),
};

export const operatorPlans = (schedule: EpochSchedule): Plans => ({
  objects: { Operator: operator, Pool: pool, ScheduledCommission: scheduled(schedule), ...versions },
  query: {
    operator: (use) =>
      found(use, "Operator", (row) => [sql`${row("address")} = ${use.args.field("address").param("text")}`]),
    operators: connection(operators),
  },
});
