import { sql } from "kysely";
import type { ListPlan, ListUse } from "../plan/connection.ts";
import { type Condition, conditionsOf, equals, type Filters } from "../plan/filter.ts";

const delegationFilters: Filters = {
  delegator: equals("delegator"),
  operator: equals("operator"),
  asset: equals("asset"),
};

/** With active shares, newest first. */
export const delegations: ListPlan = {
  type: "Delegation",
  order: () => ({
    name: "delegations",
    columns: [
      { column: "created_block", kind: "numeric" },
      { column: "delegator", kind: "hex" },
      { column: "operator", kind: "hex" },
      { column: "asset", kind: "hex" },
    ],
    direction: "desc",
  }),
  where: (list) => [sql`${list.row("shares")} > 0`, ...conditionsOf(delegationFilters, list)],
};

export const delegationsOfOperator: ListPlan = {
  ...delegations,
  where: (list: ListUse) => [
    sql`${list.row("operator")} = ${list.parent("address")}`,
    ...delegations.where(list),
  ],
};

const withStatus: Condition = ({ value }, { row }) =>
  sql`${row("completed_at")} is ${value === "COMPLETED" ? sql`not null` : sql`null`}`;

/** Newest first. */
export const withdrawals: ListPlan = {
  type: "Withdrawal",
  order: () => ({
    name: "withdrawals",
    columns: [
      { column: "created_block", kind: "numeric" },
      { column: "id", kind: "hex" },
    ],
    direction: "desc",
  }),
  where: (list) => conditionsOf({ ...delegationFilters, status: withStatus }, list),
};
