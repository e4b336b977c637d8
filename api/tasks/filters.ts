import { sql } from "kysely";
import { badInput } from "../errors.ts";
import { columnFilters } from "../plan/columnFilters.ts";
import { nested, someOf } from "../plan/filter.ts";
import type { Condition, Filters, ListUse } from "../plan/objectType.ts";
import type { Sql } from "../plan/text.ts";
import { createdFilters } from "../plan/written.ts";

export const assignedTo = (row: ListUse["row"], operator: Sql) => sql`exists (
  select from indexer.participation as part where part.task_id = ${row("id")} and part.operator = ${operator})`;

/** Whose responses `awaitingResponse` is about: the filter's operator, or the one whose tasks the list has. */
export function awaiting(responder: (list: ListUse) => Sql | undefined): Condition {
  return ({ value }, list) => {
    const operator = list.where.field("operator");
    const whose = operator.isNull ? responder(list) : operator.param("text");
    if (whose === undefined)
      throw badInput("`awaitingResponse` needs `operator` beside it: whose response is awaited.");
    return sql`${value === true ? sql`not` : sql``} exists (
      select from nektar.response as answer
      where answer.task_id = ${list.row("id")} and answer.operator = ${whose})`;
  };
}

export const taskFilters: Filters = {
  ...columnFilters({
    taskId: ["id", "hash"],
    network: ["network", "text"],
    creator: ["creator", "text"],
    status: ["status", "enum"],
    deadline: ["deadline", "time"],
    referenceBlock: ["reference_block", "number"],
    feeToken: ["fee_token", "text"],
    fee: ["fee", "number"],
    totalWeight: ["total_weight", "number"],
    respondedAt: ["responded_at", "time"],
    closedAt: ["closed_at", "time"],
    ...createdFilters,
  }),
  operator: (given, { row }) => assignedTo(row, given.param("text")),
  awaitingResponse: awaiting(() => undefined),
  network_: nested("Network", { address: "network" }),
  /** Some operator that it was assigned to. */
  operator_: (given, list) =>
    someOf("Operator", given, list, (operator) => [assignedTo(list.row, operator("address"))]),
};
