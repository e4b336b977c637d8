import { type Insertable, type Selectable, sql } from "kysely";
import type { Address, Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { TaskStatus } from "../../lib/database/indexerTables.ts";
import type { ResponseRow } from "../../lib/database/nektarTables.ts";

export type StoredResponse = Selectable<ResponseRow>;

/** One operator's part in one task. */
type Part = { readonly taskId: Hex; readonly operator: Address };

/** By `<task> <operator>`. */
type ByPart<Value> = Map<string, Value>;

/** Pairs of tasks and operators, as a table with the columns `task_id` and `operator`. */
const tableOf = (parts: readonly Part[]) => sql`unnest(
  ${parts.map(({ taskId }) => taskId)}::text[], ${parts.map(({ operator }) => operator)}::text[]
) as asked(task_id, operator)`;

/** What operators handed in for tasks, oldest first: more than one row of one is an equivocation. */
export async function selectResponsesOf(
  db: Database,
  parts: readonly Part[],
): Promise<ByPart<StoredResponse[]>> {
  const { rows } = await sql<StoredResponse>`
    select response.* from (select distinct task_id, operator from ${tableOf(parts)}) as asked
    join nektar.response as response using (task_id, operator)
    order by response.received_at, response.response_hash`.execute(db);
  const byPart: ByPart<StoredResponse[]> = new Map();
  for (const row of rows) {
    const key = `${row.task_id} ${row.operator}`;
    byPart.set(key, [...(byPart.get(key) ?? []), row]);
  }
  return byPart;
}

/** What is needed to judge a submission; `bls_key` is null when the operator was not assigned the task. */
export type SubmissionFacts = {
  readonly status: TaskStatus;
  readonly deadline: bigint;
  readonly reference_block: bigint;
  readonly bls_key: Hex | null;
};

/** The facts of each; of tasks that the indexer does not know there are none. */
export async function selectSubmissionFacts(
  db: Database,
  parts: readonly Part[],
): Promise<ByPart<SubmissionFacts>> {
  const { rows } = await sql<SubmissionFacts & { task_id: Hex; operator: Address }>`
    select asked.task_id, asked.operator, task.status, task.deadline, task.reference_block, known.bls_key
    from ${tableOf(parts)}
    join indexer.task as task on task.id = asked.task_id
    left join indexer.participation as part on part.task_id = asked.task_id and part.operator = asked.operator
    left join indexer.operator as known on known.address = part.operator`.execute(db);
  return new Map(rows.map((row) => [`${row.task_id} ${row.operator}`, row]));
}

/** Stores verified responses; those that are there already change nothing. @returns `<task> <operator> <hash>` of the new ones. */
export async function insertResponses(
  db: Database,
  responses: readonly Insertable<ResponseRow>[],
): Promise<Set<string>> {
  const inserted = await db
    .insertInto("nektar.response")
    .values([...responses])
    .onConflict((conflict) => conflict.doNothing())
    .returning(["task_id", "operator", "response_hash"])
    .execute();
  return new Set(inserted.map((row) => `${row.task_id} ${row.operator} ${row.response_hash}`));
}
