import { sql } from "kysely";
import { columnFilters } from "../plan/columnFilters.ts";
import type { ListPlan } from "../plan/connection.ts";
import { someOf } from "../plan/filter.ts";
import { list } from "../plan/list.ts";
import type { Filters, ListUse } from "../plan/objectType.ts";
import { orders } from "../plan/order.ts";
import type { Sql } from "../plan/text.ts";
import { createdFilters } from "../plan/written.ts";
import { membershipRows } from "./sources.ts";

/** Networks that an operator serves. */
const servedBy = ({ row, scope }: ListUse, operator: Sql) => sql`exists (
  select from ${membershipRows(scope)} as membership
  where membership.network = ${row("address")} and membership.operator = ${operator} and membership.opted_in)`;

export const networkFilters: Filters = {
  ...columnFilters({
    address: ["address", "text"],
    owner: ["owner", "text"],
    status: ["status", "enum"],
    metadataUri: ["metadata_uri", "text"],
    totalWeight: ["total_weight", "number"],
    ...createdFilters,
  }),
  operator: (given, list) => servedBy(list, given.param("text")),
  /** Some operator that serves it. */
  operator_: (given, list) =>
    someOf("Operator", given, list, (operator) => [servedBy(list, operator("address"))]),
};

/** Newest first unless ordered otherwise. */
export const networks: ListPlan = {
  type: "Network",
  order: orders(
    "networks",
    [
      { column: "created_block", kind: "numeric" },
      { column: "address", kind: "hex" },
    ],
    "desc",
    {
      TOTAL_WEIGHT: { column: "total_weight", kind: "numeric" },
      ADDRESS: { column: "address", kind: "hex" },
    },
  ),
};

/** In the order of opting in first. */
export const membershipsOfOperator = list("Membership", {
  by: { operator: "address" },
  order: (row) => [row("created_block"), row("network")],
  typical: 4,
});

/** Heaviest first. */
export const membershipsOfNetwork = list("Membership", {
  by: { network: "address" },
  order: (row) => [sql`${row("weight")} desc`, row("operator")],
  typical: 10,
});
