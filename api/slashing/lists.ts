import { sql } from "kysely";
import type { Hex } from "viem";
import { readHash } from "../ids/readHash.ts";
import type { ListPlan } from "../plan/connection.ts";
import { conditionsOf, enumIn, equals, type Filters } from "../plan/filter.ts";
import { list } from "../plan/list.ts";

const ofTask = equals("task_id", "text", (id: Hex) => readHash(id, "A task id"));

const challengeFilters: Filters = {
  network: equals("network"),
  taskId: ofTask,
  challenger: equals("challenger"),
  outcome_in: enumIn("outcome"),
};

/** Newest first unless ordered otherwise. */
export const challenges: ListPlan = {
  type: "Challenge",
  order: (args) => ({
    name: "challenges",
    columns: [
      { column: "created_block", kind: "numeric" },
      { column: "id", kind: "hex" },
    ],
    direction: args.field("orderBy").value === "RAISED_ASC" ? "asc" : "desc",
  }),
  where: (list) => conditionsOf(challengeFilters, list),
};

/** Oldest first: a task has one at a time. */
export const challengesOfTask = list("Challenge", {
  by: { task_id: "id" },
  order: (row) => [row("created_block"), row("id")],
  typical: 2,
});

const slashFilters: Filters = {
  operator: equals("operator"),
  network: equals("network"),
  taskId: ofTask,
  reporter: equals("reporter"),
  offence_in: enumIn("offence"),
};

/** Newest first unless ordered otherwise. */
export const slashes: ListPlan = {
  type: "Slash",
  order: (args) => ({
    name: "slashes",
    columns: [
      { column: "created_block", kind: "numeric" },
      { column: "created_log_index", kind: "int32" },
    ],
    direction: args.field("orderBy").value === "SLASHED_ASC" ? "asc" : "desc",
  }),
  where: (list) => conditionsOf(slashFilters, list),
};

/** Those whose `column` names the object that the list belongs to. */
export const slashesOf = (column: "operator" | "network" | "task_id", key: string): ListPlan => ({
  ...slashes,
  where: (list) => [sql`${list.row(column)} = ${list.parent(key)}`, ...slashes.where(list)],
});
