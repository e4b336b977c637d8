import { sql } from "kysely";
import { columnFilters } from "../plan/columnFilters.ts";
import type { ListPlan } from "../plan/connection.ts";
import { nested } from "../plan/filter.ts";
import type { Condition, Filters } from "../plan/objectType.ts";
import { orders } from "../plan/order.ts";
import { createdFilters } from "../plan/written.ts";

export const delegationFilters: Filters = {
  ...columnFilters({
    delegator: ["delegator", "text"],
    operator: ["operator", "text"],
    asset: ["asset", "text"],
    shares: ["shares", "number"],
    ...createdFilters,
  }),
  operator_: nested("Operator", { address: "operator" }),
  asset_: nested("Asset", { address: "asset" }),
};

/** With active shares, newest first unless ordered otherwise. */
export const delegations: ListPlan = {
  type: "Delegation",
  order: orders(
    "delegations",
    [
      { column: "created_block", kind: "numeric" },
      { column: "delegator", kind: "hex" },
      { column: "operator", kind: "hex" },
      { column: "asset", kind: "hex" },
    ],
    "desc",
    { SHARES: { column: "shares", kind: "numeric" } },
  ),
  where: ({ row }) => [sql`${row("shares")} > 0`],
};

export const delegationsOfOperator: ListPlan = {
  ...delegations,
  where: ({ row, parent }) => [sql`${row("operator")} = ${parent("address")}`, sql`${row("shares")} > 0`],
};

const withStatus: Condition = ({ value }, { row }) =>
  sql`${row("completed_at")} is ${value === "COMPLETED" ? sql`not null` : sql`null`}`;

export const withdrawalFilters: Filters = {
  ...delegationFilters,
  ...columnFilters({
    withdrawalId: ["id", "hash"],
    unlocksAt: ["unlock_at", "time"],
    completedAt: ["completed_at", "time"],
  }),
  status: withStatus,
};

/** Newest first unless ordered otherwise. */
export const withdrawals: ListPlan = {
  type: "Withdrawal",
  order: orders(
    "withdrawals",
    [
      { column: "created_block", kind: "numeric" },
      { column: "id", kind: "hex" },
    ],
    "desc",
    {
      UNLOCKS: { column: "unlock_at", kind: "numeric" },
      SHARES: { column: "shares", kind: "numeric" },
    },
  ),
};

/** Those of the one that the list belongs to. */
export const ofDelegator = (list: ListPlan): ListPlan => ({
  ...list,
  where: (use) => [sql`${use.row("delegator")} = ${use.parent("address")}`, ...(list.where?.(use) ?? [])],
});
