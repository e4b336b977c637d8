import { type Selectable, sql, type Updateable } from "kysely";
import type { Address, Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { EvidenceRow } from "../../lib/database/nektarTables.ts";

export type StoredEvidence = Selectable<EvidenceRow>;
export type Offence = { readonly taskId: Hex; readonly operator: Address };

/** Longer than any response takes from its timestamp to its commit. */
const overlapSeconds = 30;
const batchSize = 200;

/**
 * Makes a row for each operator that has handed in two different responses to one task since the last search. All or
 * nothing: what was searched once need not be searched again.
 */
export async function findEquivocations(db: Database): Promise<void> {
  await sql`
    with scan as (
      update nektar.evidence_scan as scan set scanned_until = now()
      from (select scanned_until from nektar.evidence_scan for update) as before
      returning before.scanned_until
    )
    insert into nektar.evidence (task_id, operator, source, known_at)
    select response.task_id, response.operator, 'API', max(response.received_at)
    from scan, nektar.response as response
    where response.received_at > scan.scanned_until - ${overlapSeconds} * interval '1 second'
      and exists (
        select from nektar.response as other
        where other.task_id = response.task_id and other.operator = response.operator
          and other.response_hash <> response.response_hash
      )
    group by response.task_id, response.operator
    on conflict do nothing
  `.execute(db);
}

/** Offences that are not settled for good, oldest first; not those at tasks that the chain does not have (any more). */
export async function listUnsettled(db: Database): Promise<Offence[]> {
  const rows = await db
    .selectFrom("nektar.evidence as evidence")
    .innerJoin("indexer.task as task", "task.id", "evidence.task_id")
    .select(["evidence.task_id as taskId", "evidence.operator as operator"])
    .where("evidence.state", "not in", ["final", "refused"])
    .orderBy("evidence.known_at")
    .limit(batchSize)
    .execute();
  return rows;
}

export async function findEvidence(
  db: Database,
  { taskId, operator }: Offence,
): Promise<StoredEvidence | undefined> {
  return db
    .selectFrom("nektar.evidence")
    .selectAll()
    .where("task_id", "=", taskId)
    .where("operator", "=", operator)
    .executeTakeFirst();
}

/** Evidence, newest first; of one operator if it is named. */
export async function listEvidence(
  db: Database,
  { operator, limit }: { readonly operator?: Address; readonly limit: number },
): Promise<StoredEvidence[]> {
  return db
    .selectFrom("nektar.evidence")
    .selectAll()
    .$if(operator !== undefined, (query) => query.where("operator", "=", operator ?? "0x"))
    .orderBy("known_at", "desc")
    .orderBy("task_id")
    .limit(limit)
    .execute();
}

/** By the evidence's hash, the bundle's hash, the slash or the task; a task may have several. */
export async function listEvidenceOf(db: Database, id: Hex): Promise<StoredEvidence[]> {
  return db
    .selectFrom("nektar.evidence")
    .selectAll()
    .where(({ or, eb }) =>
      or([
        eb("evidence_hash", "=", id),
        eb("content_hash", "=", id),
        eb("slash_id", "=", id),
        eb("task_id", "=", id),
      ]),
    )
    .orderBy("operator")
    .execute();
}

/** Stores evidence that was handed in. @returns whether the offence is new here. */
export async function insertEvidence(
  db: Database,
  evidence: Offence & { readonly bundle: string; readonly contentHash: Hex; readonly evidenceHash: Hex },
): Promise<boolean> {
  const { taskId, operator, bundle, contentHash, evidenceHash } = evidence;
  const inserted = await db
    .insertInto("nektar.evidence")
    .values({
      ...{ task_id: taskId, operator, source: "FILE" as const },
      ...{ bundle, content_hash: contentHash, evidence_hash: evidenceHash },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("task_id")
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function updateEvidence(
  db: Database,
  { taskId, operator }: Offence,
  change: Pick<Updateable<EvidenceRow>, "state" | "slash_id" | "reporter" | "reason">,
): Promise<void> {
  await db
    .updateTable("nektar.evidence")
    .set({ ...change, updated_at: sql<Date>`now()` })
    .where("task_id", "=", taskId)
    .where("operator", "=", operator)
    .where("state", "not in", ["final", "refused"])
    .execute();
}

/** Keeps the first bundle that was made: two runs at once may simulate at two blocks. */
export async function storeBundle(
  db: Database,
  { taskId, operator }: Offence,
  bundle: { readonly text: string; readonly contentHash: Hex; readonly evidenceHash: Hex },
): Promise<void> {
  const { text, contentHash, evidenceHash } = bundle;
  await db
    .updateTable("nektar.evidence")
    .set({ bundle: text, content_hash: contentHash, evidence_hash: evidenceHash })
    .where("task_id", "=", taskId)
    .where("operator", "=", operator)
    .where("bundle", "is", null)
    .execute();
}

/** What a bundle says of the task and the operator; undefined while the indexer does not have it. */
export async function findSubject(db: Database, { taskId, operator }: Offence) {
  return db
    .selectFrom("indexer.task as task")
    .innerJoin("indexer.participation as part", "part.task_id", "task.id")
    .innerJoin("indexer.operator as operator", "operator.address", "part.operator")
    .select(["task.id", "task.network", "task.payload", "task.reference_block", "task.total_weight"])
    .select(["task.created_tx", "task.created_block", "part.weight", "operator.bls_key"])
    .select("operator.created_tx as registered_tx")
    .where("task.id", "=", taskId)
    .where("part.operator", "=", operator)
    .executeTakeFirst();
}

/** Two different responses of one operator to one task, ascending by hash. */
export async function listTwoResponses(db: Database, { taskId, operator }: Offence) {
  return db
    .selectFrom("nektar.response")
    .select(["response", "response_hash", "signature"])
    .where("task_id", "=", taskId)
    .where("operator", "=", operator)
    .orderBy(sql`response_hash collate "C"`)
    .limit(2)
    .execute();
}
