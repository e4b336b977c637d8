import { sql } from "kysely";
import type { EpochSchedule } from "../../lib/protocol/epochs.ts";
import { columnFilters } from "../plan/columnFilters.ts";
import type { Plans } from "../plan/compile.ts";
import { connection, type ListPlan } from "../plan/connection.ts";
import { column, json, one } from "../plan/fields.ts";
import type { FieldPlan, Filters, ObjectPlan } from "../plan/objectType.ts";
import { orders } from "../plan/order.ts";
import { marks } from "../plan/text.ts";
import { changeRows } from "./sources.ts";

const filters: Filters = columnFilters({
  kind: ["kind", "enum"],
  status: ["status", "enum"],
  parameter: ["parameter", "text"],
  operator: ["operator", "text"],
  network: ["network", "text"],
  asset: ["asset", "text"],
  effectiveAt: ["effective_at", "time"],
  announcedBlock: ["announced_block", "number"],
});

/** Newest effect first unless ordered otherwise. */
const changes: ListPlan = {
  type: "ScheduledChange",
  order: orders(
    "scheduledChanges",
    [
      { column: "effective_at", kind: "numeric" },
      { column: "place", kind: "int32" },
      { column: "operator", kind: "hex" },
      { column: "network", kind: "hex" },
      { column: "asset", kind: "hex" },
    ],
    "desc",
  ),
};

/** The changes of an operator or of a network. */
export const scheduledChangesOf = (who: "operator" | "network"): FieldPlan =>
  connection({ ...changes, where: ({ row, parent }) => [sql`${row(who)} = ${parent("address")}`] });

/** Addresses as the schema writes them elsewhere. */
const changedValue = (name: string): FieldPlan =>
  json(
    (row) =>
      sql`'"' || case when ${row("addresses")} then ${sql.lit(marks.address)} else '' end || ${row(name)} || '"'`,
  );

const change = (schedule: EpochSchedule): ObjectPlan => ({
  source: changeRows(schedule),
  filters,
  fields: {
    kind: column("kind"),
    status: column("status"),
    operator: one("Operator", { address: "operator" }),
    network: one("Network", { address: "network" }),
    asset: one("Asset", { address: "asset" }),
    parameter: column("parameter"),
    oldValue: changedValue("old_value"),
    newValue: changedValue("new_value"),
    effectiveAt: column("effective_at"),
    announcedBlock: column("announced_block"),
    announcedAt: column("announced_at"),
  },
});

export const scheduledPlans = (schedule: EpochSchedule): Plans => ({
  objects: { ScheduledChange: change(schedule) },
  query: { scheduledChanges: connection(changes) },
});
