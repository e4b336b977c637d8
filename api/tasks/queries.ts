import type { Expression } from "kysely";
import type { Address, Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { ParticipationRow, TaskRow } from "../../lib/database/indexerTables.ts";
import type { TaskFilter } from "../generated/schema.ts";
import { anyOf } from "../loading/anyOf.ts";
import type { ListQuery } from "../pagination/keyset.ts";

/** Tasks, newest first; with `nestedUnder`, those of the network or assigned to the operator that the list belongs to. */
export function taskList(
  db: Database,
  filter: TaskFilter,
  nestedUnder?: "network" | "operator",
): ListQuery<TaskRow> {
  return {
    keyset: {
      name: "tasks",
      columns: [
        { column: "created_block", kind: "numeric" },
        { column: "created_log_index", kind: "int32" },
      ],
      direction: "desc",
    },
    signature: `tasks ${JSON.stringify([filter, nestedUnder])}`,
    rows: (parent?: Expression<string>) => selectTaskRows(db, filter, nestedUnder, parent),
  };
}

function selectTaskRows(
  db: Database,
  filter: TaskFilter,
  nestedUnder: "network" | "operator" | undefined,
  parent: Expression<string> | undefined,
): Expression<TaskRow> {
  let query = db.selectFrom("indexer.task as task").selectAll("task");
  if (filter.network) query = query.where("task.network", "=", filter.network);
  if (filter.creator) query = query.where("task.creator", "=", filter.creator);
  if (filter.status_in) query = query.where("task.status", "=", anyOf(filter.status_in));
  if (filter.deadline_gte) {
    const seconds = BigInt(Math.ceil(filter.deadline_gte.getTime() / 1000));
    query = query.where("task.deadline", ">=", seconds);
  }
  if (parent && nestedUnder === "network")
    query = query.where("task.network", "=", parent as Expression<Address>);
  const outer = nestedUnder === "operator" ? parent : undefined;
  for (const operator of [filter.operator ?? undefined, outer]) {
    if (operator === undefined) continue;
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom("indexer.participation as part")
          .select("part.task_id")
          .whereRef("part.task_id", "=", "task.id")
          .where("part.operator", "=", operator as Address),
      ),
    );
  }
  const responder = filter.operator ?? outer;
  if (filter.awaitingResponse != null && responder !== undefined)
    query = query.where(({ exists, not, selectFrom }) => {
      const answered = exists(
        selectFrom("nektar.response as answer")
          .select("answer.task_id")
          .whereRef("answer.task_id", "=", "task.id")
          .where("answer.operator", "=", responder as Address),
      );
      return filter.awaitingResponse ? not(answered) : answered;
    });
  return query;
}

export async function selectTasks(db: Database, ids: readonly Hex[]): Promise<TaskRow[]> {
  return db.selectFrom("indexer.task").selectAll().where("id", "=", anyOf(ids)).execute();
}

/** Heaviest first. */
export async function selectParticipation(
  db: Database,
  taskIds: readonly Hex[],
): Promise<ParticipationRow[]> {
  return db
    .selectFrom("indexer.participation")
    .selectAll()
    .where("task_id", "=", anyOf(taskIds))
    .orderBy("weight", "desc")
    .orderBy("operator")
    .execute();
}
