import { sql } from "kysely";
import type { ListPlan } from "../plan/connection.ts";
import { orders } from "../plan/order.ts";
import { assignedTo, awaiting, taskFilters } from "./filters.ts";

/** Newest first unless ordered otherwise. */
export const tasks: ListPlan = {
  type: "Task",
  order: orders(
    "tasks",
    [
      { column: "created_block", kind: "numeric" },
      { column: "created_log_index", kind: "int32" },
    ],
    "desc",
    { DEADLINE: { column: "deadline", kind: "numeric" }, FEE: { column: "fee", kind: "numeric" } },
  ),
};

export const tasksOfNetwork: ListPlan = {
  ...tasks,
  where: (list) => [sql`${list.row("network")} = ${list.parent("address")}`],
  // Without an operator there is nobody whose response is awaited, and all tasks are meant.
  filters: ({ where }) => ({
    ...taskFilters,
    ...(where.field("operator").isNull ? { awaitingResponse: () => sql`true` } : {}),
  }),
};

export const tasksOfOperator: ListPlan = {
  ...tasks,
  where: (list) => [assignedTo(list.row, list.parent("address"))],
  filters: () => ({ ...taskFilters, awaitingResponse: awaiting(({ parent }) => parent("address")) }),
};
