import { sql } from "kysely";
import { columnFilters } from "../plan/columnFilters.ts";
import type { ListPlan } from "../plan/connection.ts";
import { nested } from "../plan/filter.ts";
import { list } from "../plan/list.ts";
import type { Filters } from "../plan/objectType.ts";
import { orders } from "../plan/order.ts";
import { createdFilters } from "../plan/written.ts";

const inNetwork: Filters = {
  network_: nested("Network", { address: "network" }),
  task_: nested("Task", { id: "task_id" }),
};

export const challengeFilters: Filters = {
  ...columnFilters({
    challengeId: ["id", "hash"],
    network: ["network", "text"],
    taskId: ["task_id", "hash"],
    challenger: ["challenger", "text"],
    outcome: ["outcome", "enum"],
    bondToken: ["bond_token", "text"],
    bond: ["bond", "number"],
    resolveBy: ["resolve_by", "time"],
    resolvedAt: ["resolved_at", "time"],
    ...createdFilters,
  }),
  ...inNetwork,
};

/** Newest first unless ordered otherwise. */
export const challenges: ListPlan = {
  type: "Challenge",
  order: orders(
    "challenges",
    [
      { column: "created_block", kind: "numeric" },
      { column: "id", kind: "hex" },
    ],
    "desc",
    { RESOLVE_BY: { column: "resolve_by", kind: "numeric" }, BOND: { column: "bond", kind: "numeric" } },
  ),
};

/** Oldest first: a task has one at a time. */
export const challengesOfTask = list("Challenge", {
  by: { task_id: "id" },
  order: (row) => [row("created_block"), row("id")],
  typical: 2,
});

export const slashFilters: Filters = {
  ...columnFilters({
    slashId: ["id", "hash"],
    operator: ["operator", "text"],
    network: ["network", "text"],
    taskId: ["task_id", "hash"],
    reporter: ["reporter", "text"],
    offence: ["offence", "enum"],
    fraction: ["fraction", "number"],
    ...createdFilters,
  }),
  ...inNetwork,
  operator_: nested("Operator", { address: "operator" }),
  /** Some pool of this asset was slashed. */
  asset: (given, { row }) => sql`exists (select from indexer.pool_slash as line
    where line.slash_id = ${row("id")} and line.asset = ${given.param("text")})`,
};

/** Newest first unless ordered otherwise. */
export const slashes: ListPlan = {
  type: "Slash",
  order: orders(
    "slashes",
    [
      { column: "created_block", kind: "numeric" },
      { column: "created_log_index", kind: "int32" },
    ],
    "desc",
    { FRACTION: { column: "fraction", kind: "numeric" } },
  ),
};

/** Those whose `column` names the object that the list belongs to. */
export const slashesOf = (column: "operator" | "network" | "task_id", key: string): ListPlan => ({
  ...slashes,
  where: (list) => [sql`${list.row(column)} = ${list.parent(key)}`],
});
