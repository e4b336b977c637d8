import type { Insertable, Selectable } from "kysely";
import type { Address, Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { TaskStatus } from "../../lib/database/indexerTables.ts";
import type { ResponseRow } from "../../lib/database/nektarTables.ts";

export type StoredResponse = Selectable<ResponseRow>;

/** What one operator handed in for one task, oldest first: more than one row is an equivocation. */
export async function selectResponsesOf(
  db: Database,
  taskId: Hex,
  operator: Address,
): Promise<StoredResponse[]> {
  return db
    .selectFrom("nektar.response")
    .selectAll()
    .where("task_id", "=", taskId)
    .where("operator", "=", operator)
    .orderBy("received_at")
    .orderBy("response_hash")
    .execute();
}

/** What is needed to judge a submission; `blsKey` is null when the operator was not assigned the task. */
export type SubmissionFacts = {
  status: TaskStatus;
  deadline: bigint;
  reference_block: bigint;
  bls_key: Hex | null;
};

export async function selectSubmissionFacts(
  db: Database,
  taskId: Hex,
  operator: Address,
): Promise<SubmissionFacts | undefined> {
  return db
    .selectFrom("indexer.task as task")
    .leftJoin("indexer.participation as part", (join) =>
      join.onRef("part.task_id", "=", "task.id").on("part.operator", "=", operator),
    )
    .leftJoin("indexer.operator as operator", "operator.address", "part.operator")
    .select(["task.status", "task.deadline", "task.reference_block", "operator.bls_key"])
    .where("task.id", "=", taskId)
    .executeTakeFirst();
}

/** Stores a verified response. @returns whether it is new: the same response again changes nothing. */
export async function insertResponse(db: Database, response: Insertable<ResponseRow>): Promise<boolean> {
  const inserted = await db
    .insertInto("nektar.response")
    .values(response)
    .onConflict((conflict) => conflict.doNothing())
    .returning("task_id")
    .executeTakeFirst();
  return inserted !== undefined;
}
