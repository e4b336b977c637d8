import { sql } from "kysely";
import { allocationsOfNetwork } from "../allocations/plan.ts";
import { exposureOfNetwork } from "../exposure/plan.ts";
import { participationBucketsOfMember, participationOfMember } from "../participation/plan.ts";
import type { Plans } from "../plan/compile.ts";
import { connection } from "../plan/connection.ts";
import { column, found, globalId, one, origin, value } from "../plan/fields.ts";
import { history, versionType } from "../plan/history.ts";
import { list } from "../plan/list.ts";
import type { FieldPlan, ObjectPlan, Row } from "../plan/objectType.ts";
import type { Scope } from "../plan/scope.ts";
import type { Sql } from "../plan/text.ts";
import { scheduledChangesOf } from "../scheduled/plan.ts";
import { slashesOf } from "../slashing/lists.ts";
import { tasksOfNetwork } from "../tasks/lists.ts";
import { taskRows } from "../tasks/sources.ts";
import { membershipsOfNetwork, networkFilters, networks } from "./lists.ts";
import { parameterColumns } from "./parameterColumns.ts";
import { membershipRows, networkAssetRows, networkRows, parameterRows, weightRows } from "./sources.ts";

/** The parameters with the latest effective epoch up to the scope's. */
const parametersInForce: FieldPlan = (use) =>
  found(
    use,
    "NetworkParameters",
    (row) => [
      sql`${row("network")} = ${use.row("address")}`,
      sql`${row("effective_epoch")} <= ${use.scope.epoch}`,
    ],
    (row) => sql`${row("effective_epoch")} desc`,
  );

/** The first parameters that come into force after the scope's epoch. */
const scheduledParameters: FieldPlan = (use) =>
  found(
    use,
    "NetworkParameters",
    (row) => [
      sql`${row("network")} = ${use.row("address")}`,
      sql`${row("effective_epoch")} > ${use.scope.epoch}`,
    ],
    (row) => row("effective_epoch"),
  );

const network: ObjectPlan = {
  source: networkRows,
  filters: networkFilters,
  keyed: ["id", "address"],
  fields: {
    id: globalId("Network", "address"),
    address: column("address"),
    owner: column("owner"),
    metadataUri: column("metadata_uri"),
    status: column("status"),
    totalWeight: column("total_weight"),
    parameters: parametersInForce,
    scheduledParameters,
    scheduledChanges: scheduledChangesOf("network"),
    assets: list("NetworkAsset", {
      by: { network: "address" },
      // One with multiplier 0 was removed.
      where: (row) => [sql`${row("multiplier")} > 0`],
      order: (row) => [row("created_block"), row("asset")],
      typical: 2,
    }),
    memberships: membershipsOfNetwork,
    allocations: allocationsOfNetwork,
    exposure: exposureOfNetwork,
    slashes: connection(slashesOf("network", "address")),
    registered: origin,
    history: history("NetworkVersion", ["address"]),
    parametersHistory: list("NetworkParameters", {
      by: { network: "address" },
      order: (row) => [row("effective_epoch")],
      typical: 3,
    }),
    tasks: connection(tasksOfNetwork),
  },
};

const parameters: ObjectPlan = {
  source: parameterRows,
  fields: {
    effectiveEpoch: column("effective_epoch"),
    ...Object.fromEntries(Object.entries(parameterColumns).map(([name, from]) => [name, column(from)])),
    slashRecipient: value(
      (row) => sql`case when ${row("slash_sink")} = 'RECIPIENT' then ${row("slash_recipient")} end`,
    ),
  },
};

const networkAsset: ObjectPlan = {
  source: networkAssetRows,
  fields: { asset: one("Asset", { address: "asset" }), multiplier: column("multiplier") },
};

/** How many tasks a member was assigned that had got a response, those that it signed or all. */
function countOfTasks(row: Row, scope: Scope, signed: boolean): Sql {
  const now = row(signed ? "signed_tasks" : "assigned_tasks");
  if (scope.at === undefined) return now;
  return sql`(select count(*) from indexer.participation as part
    join ${taskRows(scope)} as task on task.id = part.task_id
    where part.operator = ${row("operator")} and part.network = ${row("network")}
      and task.responded_block is not null ${signed ? sql`and part.signed` : sql``})`;
}

const membership: ObjectPlan = {
  source: membershipRows,
  fields: {
    network: one("Network", { address: "network" }),
    operator: one("Operator", { address: "operator" }),
    history: history("MembershipVersion", ["network", "operator"]),
    optedIn: column("opted_in"),
    weight: column("weight"),
    weights: list("AssetWeight", {
      by: { network: "network", operator: "operator" },
      order: (row) => [sql`${row("weight")} desc`, row("asset")],
      typical: 2,
    }),
    slashableUntil: column("slashable_until"),
    assignedTasks: value((row, scope) => countOfTasks(row, scope, false)),
    signedTasks: value((row, scope) => countOfTasks(row, scope, true)),
    participation: participationOfMember,
    participationBuckets: participationBucketsOfMember,
  },
};

const assetWeight: ObjectPlan = {
  source: weightRows,
  fields: { asset: one("Asset", { address: "asset" }), weight: column("weight") },
};

export const networkPlans: Plans = {
  objects: {
    Network: network,
    NetworkParameters: parameters,
    NetworkAsset: networkAsset,
    Membership: membership,
    AssetWeight: assetWeight,
    NetworkVersion: versionType("network", ["address"], {
      owner: "owner",
      metadataUri: "metadata_uri",
      status: "status",
      totalWeight: "total_weight",
    }),
    MembershipVersion: versionType("network_operator", ["network", "operator"], {
      optedIn: "opted_in",
      weight: "weight",
      slashableUntil: "slashable_until",
    }),
  },
  query: {
    network: (use) =>
      found(use, "Network", (row) => [sql`${row("address")} = ${use.args.field("address").param("text")}`]),
    networks: connection(networks),
  },
};
