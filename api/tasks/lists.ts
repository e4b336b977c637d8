import { sql } from "kysely";
import { badInput } from "../errors.ts";
import type { ListPlan, ListUse } from "../plan/connection.ts";
import {
  atLeast,
  type Condition,
  conditionsOf,
  enumIn,
  equals,
  type Filters,
  toSecondsUp,
} from "../plan/filter.ts";
import type { Sql } from "../plan/text.ts";

const assignedTo = (row: ListUse["row"], operator: Sql) => sql`exists (
  select from indexer.participation as part where part.task_id = ${row("id")} and part.operator = ${operator})`;

/** Whose responses `awaitingResponse` is about: the filter's operator, or the one whose tasks the list has. */
function awaiting(responder: (list: ListUse) => Sql | undefined): Condition {
  return ({ value }, list) => {
    const operator = list.where.field("operator");
    const whose = operator.isNull ? responder(list) : operator.param("text");
    if (whose === undefined)
      throw badInput("`awaitingResponse` needs `operator`: whose response is awaited.");
    return sql`${value === true ? sql`not` : sql``} exists (
      select from nektar.response as answer
      where answer.task_id = ${list.row("id")} and answer.operator = ${whose})`;
  };
}

const filters = (responder: (list: ListUse) => Sql | undefined): Filters => ({
  network: equals("network"),
  creator: equals("creator"),
  status_in: enumIn("status"),
  operator: (given, { row }) => assignedTo(row, given.param("text")),
  awaitingResponse: awaiting(responder),
  deadline_gte: atLeast("deadline", "numeric", toSecondsUp),
});

/** Newest first. */
export const tasks: ListPlan = {
  type: "Task",
  order: () => ({
    name: "tasks",
    columns: [
      { column: "created_block", kind: "numeric" },
      { column: "created_log_index", kind: "int32" },
    ],
    direction: "desc",
  }),
  where: (list) =>
    conditionsOf(
      filters(() => undefined),
      list,
    ),
};

export const tasksOfNetwork: ListPlan = {
  ...tasks,
  where: (list) => [
    sql`${list.row("network")} = ${list.parent("address")}`,
    ...conditionsOf(
      // Without an operator there is nobody whose response is awaited, and all tasks are meant.
      {
        ...filters(() => undefined),
        ...(list.where.field("operator").isNull ? { awaitingResponse: () => sql`true` } : {}),
      },
      list,
    ),
  ],
};

export const tasksOfOperator: ListPlan = {
  ...tasks,
  where: (list) => [
    assignedTo(list.row, list.parent("address")),
    ...conditionsOf(
      filters(({ parent }) => parent("address")),
      list,
    ),
  ],
};
