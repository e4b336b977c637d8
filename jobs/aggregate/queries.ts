import { sql } from "kysely";
import type { Address, Hex } from "viem";
import type { AssignedOperator, StoredResponse } from "../../lib/aggregation/aggregateResponses.ts";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { TaskRow } from "../../lib/database/indexerTables.ts";
import { whileOpen } from "../whileOpen.ts";

/** Tasks looked at in one go; the rest has its turn as soon as these are answered. */
const batchSize = 200;

/** Blocks come every few seconds: nothing waits for late signers this close to the deadline. */
const deadlineMarginSeconds = 15;

/**
 * Open tasks of which one response has reached the quorum, and whose grace is over: all signed, or `graceMs` have passed
 * since the response that made the quorum came in, or the deadline is near. Those with an intent under way are left out.
 */
export async function listAnswerable(db: Database, graceMs: number): Promise<Hex[]> {
  const { rows } = await sql<{ task_id: Hex }>`
    with head as (
      select substr(latest_checkpoint, 1, 10)::numeric as timestamp from indexer._ponder_checkpoint limit 1
    ), running as (
      select task.id, task.quorum_bps, task.total_weight, task.deadline, response.received_at,
        sum(part.weight) over (
          partition by task.id, response.response_hash order by response.received_at, response.operator
        ) as signed_weight
      from indexer.task as task
      join nektar.response as response on response.task_id = task.id
      join indexer.participation as part on part.task_id = task.id and part.operator = response.operator
      where task.status = 'OPEN' and ${whileOpen("TASKS")}
        and not exists (
          select from nektar.transaction as sent
          where sent.purpose = 'respond:' || task.id and sent.state <> 'failed'
        )
    )
    select running.id as task_id
    from running, head
    where running.signed_weight * 10000 >= running.quorum_bps * running.total_weight
      and running.deadline >= head.timestamp
    group by running.id, running.total_weight, running.deadline, head.timestamp
    having max(running.signed_weight) = running.total_weight
      or min(running.received_at) <= now() - ${graceMs} * interval '1 millisecond'
      or running.deadline <= head.timestamp + ${deadlineMarginSeconds}
    order by running.deadline, running.id
    limit ${batchSize}
  `.execute(db);
  return rows.map((row) => row.task_id);
}

export type OpenTask = Pick<TaskRow, "id" | "network" | "quorum_bps" | "total_weight"> & {
  readonly reference_block: bigint;
};

/** The task while it waits for its response; undefined afterwards. */
export async function findOpenTask(db: Database, taskId: Hex): Promise<OpenTask | undefined> {
  return db
    .selectFrom("indexer.task")
    .select(["id", "network", "quorum_bps", "total_weight", "reference_block"])
    .where("id", "=", taskId)
    .where("status", "=", "OPEN")
    .executeTakeFirst();
}

/** The operators with weight at the task's reference block, ascending by address, with their keys. */
export async function listAssigned(db: Database, taskId: Hex): Promise<AssignedOperator[]> {
  return db
    .selectFrom("indexer.participation as part")
    .innerJoin("indexer.operator as operator", "operator.address", "part.operator")
    .select(["part.operator as operator", "part.weight as weight", "operator.bls_key as bls_key"])
    .where("part.task_id", "=", taskId)
    .where("part.weight", ">", 0n)
    .orderBy(sql`part.operator collate "C"`)
    .execute();
}

/** What operators signed for this very task and reference block. */
export async function listResponses(db: Database, task: OpenTask): Promise<StoredResponse[]> {
  return db
    .selectFrom("nektar.response")
    .select(["operator", "response_hash", "response", "signature"])
    .where("task_id", "=", task.id)
    .where("reference_block", "=", task.reference_block)
    .orderBy("response_hash")
    .orderBy("operator")
    .execute();
}

/** The sum of the network's keys as of the end of a block; undefined when nobody ever had weight by then. */
export async function findAggregateKey(
  db: Database,
  network: Address,
  block: bigint,
): Promise<Hex | undefined> {
  const row = await db
    .selectFrom("indexer.aggregate_key_checkpoint")
    .select("aggregate_key")
    .where("network", "=", network)
    .where("block", "<=", block)
    .orderBy("block", "desc")
    .orderBy("log_index", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.aggregate_key;
}
