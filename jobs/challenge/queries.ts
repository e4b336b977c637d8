import { type Selectable, sql, type Updateable } from "kysely";
import type { Address, Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { ChallengeWorkRow } from "../../lib/database/nektarTables.ts";
import type { BondLimits } from "./context.ts";

/** One accepted response. After a reorganisation a task may have another. */
export type AcceptedResponse = { readonly taskId: Hex; readonly responseHash: Hex };
export type ChallengeWork = Selectable<ChallengeWorkRow>;

const batchSize = 200;
const unsettled = ["seen", "wrong", "bonded"] as const;

/** The newest indexed block's timestamp, or the last final one's. */
const indexedTime = (checkpoint: "latest" | "finalized") => sql<bigint>`(
  select substr(${sql.ref(`${checkpoint}_checkpoint`)}, 1, 10)::numeric from indexer._ponder_checkpoint limit 1
)`;

/** Makes a row for each accepted response of these networks that may still be challenged. */
export async function findResponses(db: Database, networks: readonly Address[]): Promise<void> {
  await sql`
    insert into nektar.challenge (task_id, response_hash, network, deadline)
    select task.id, task.response_hash, task.network, task.challenge_deadline
    from indexer.task as task
    where task.status = 'RESPONDED' and task.network = any(${networks})
      and task.challenge_deadline >= ${indexedTime("latest")}
    on conflict do nothing
  `.execute(db);
}

/**
 * Gives up what can no longer be challenged: its window passed, as of a final block, and none of our challenges is indexed.
 * What was set aside is free again.
 */
export async function closeMissed(db: Database, challenger: Address): Promise<void> {
  await sql`
    update nektar.challenge as work set state = 'missed', updated_at = now()
    where work.state in (${sql.join(unsettled.map((state) => sql.lit(state)))}) and work.deadline < ${indexedTime("finalized")}
      and not exists (
        select from indexer.challenge as raised
        where raised.task_id = work.task_id and raised.challenger = ${challenger}
      )
  `.execute(db);
}

/** Responses to look at, oldest first; one that the module failed on is left alone for some seconds. */
export async function listUnsettled(db: Database): Promise<AcceptedResponse[]> {
  return db
    .selectFrom("nektar.challenge as work")
    .innerJoin("indexer.task as task", (join) =>
      join.onRef("task.id", "=", "work.task_id").onRef("task.response_hash", "=", "work.response_hash"),
    )
    .select(["work.task_id as taskId", "work.response_hash as responseHash"])
    .where("work.state", "in", unsettled)
    .where(sql<boolean>`work.attempts = 0 or work.updated_at < now() - work.attempts * interval '2 seconds'`)
    .orderBy("work.found_at")
    .limit(batchSize)
    .execute();
}

/** A row and the task it is about. */
export type Work = NonNullable<Awaited<ReturnType<typeof findWork>>>;

/** @returns undefined when the task has no such response (any more). */
export async function findWork(db: Database, { taskId, responseHash }: AcceptedResponse) {
  return (
    db
      .selectFrom("nektar.challenge as work")
      .innerJoin("indexer.task as task", "task.id", "work.task_id")
      .selectAll("work")
      .select(["task.payload", "task.reference_block", "task.total_weight"])
      // It has a response: that with this hash.
      .select((eb) => eb.ref("task.response").$notNull().as("response"))
      .select(["task.created_tx", "task.responded_tx"])
      .where("work.task_id", "=", taskId)
      .where("work.response_hash", "=", responseHash)
      .whereRef("task.response_hash", "=", "work.response_hash")
      .executeTakeFirst()
  );
}

export async function updateWork(
  db: Database,
  { taskId, responseHash }: AcceptedResponse,
  change: Updateable<ChallengeWorkRow>,
): Promise<void> {
  await db
    .updateTable("nektar.challenge")
    .set({ ...change, updated_at: sql<Date>`now()` })
    .where("task_id", "=", taskId)
    .where("response_hash", "=", responseHash)
    .where("state", "in", unsettled)
    .execute();
}

/** Who had weight at a task, ascending by address, and whether they signed the accepted response. */
export async function listParticipants(db: Database, taskId: Hex) {
  return db
    .selectFrom("indexer.participation")
    .select(["operator", "weight", "signed"])
    .where("task_id", "=", taskId)
    .orderBy(sql`operator collate "C"`)
    .execute();
}

/** Our challenge of a task. */
export async function findOwnChallenge(db: Database, taskId: Hex, challenger: Address) {
  return db
    .selectFrom("indexer.challenge")
    .select(["id", "outcome", "resolved_block", "bond_held"])
    .where("task_id", "=", taskId)
    .where("challenger", "=", challenger)
    .orderBy("created_block", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Signers of a wrong response that are not slashed for it yet, ascending. */
export async function listUnslashed(db: Database, taskId: Hex): Promise<Address[]> {
  const rows = await db
    .selectFrom("indexer.participation as part")
    .select("part.operator")
    .where("part.task_id", "=", taskId)
    .where("part.signed", "=", true)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("indexer.slash as slash")
            .select("slash.id")
            .where("slash.task_id", "=", taskId)
            .where("slash.offence", "=", "WRONG_RESPONSE")
            .whereRef("slash.operator", "=", "part.operator"),
        ),
      ),
    )
    .orderBy(sql`part.operator collate "C"`)
    .execute();
  return rows.map(({ operator }) => operator);
}

/**
 * Sets a bond aside, alone among all that do so, if what is at stake stays within the limits. Once it is set aside it stays so.
 *
 * @returns whether it is.
 */
export async function setBondAside(
  db: Database,
  response: AcceptedResponse,
  { network, token, bond }: { readonly network: Address; readonly token: Address; readonly bond: bigint },
  limits: BondLimits,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('nektar bonds', 0))`.execute(trx);
    const { total, ofNetwork, isAside } = await trx
      .selectFrom("nektar.challenge")
      .select(sql<bigint>`coalesce(sum(bond), 0)`.as("total"))
      .select(sql<bigint>`coalesce(sum(bond) filter (where network = ${network}), 0)`.as("ofNetwork"))
      .select(
        sql<boolean>`coalesce(bool_or(task_id = ${response.taskId} and response_hash = ${response.responseHash}), false)`.as(
          "isAside",
        ),
      )
      .where("state", "in", ["bonded", "failed"])
      .where("bond_token", "=", token)
      .executeTakeFirstOrThrow();
    if (isAside) return true;
    if (total + bond > limits.total || ofNetwork + bond > limits.perNetwork) return false;
    await updateWork(trx, response, { state: "bonded", bond, bond_token: token, reason: null });
    return true;
  });
}

/** What was looked at, newest first; right ones only when asked for. */
export async function listChallenges(
  db: Database,
  { all, limit }: { readonly all: boolean; readonly limit: number },
): Promise<ChallengeWork[]> {
  return db
    .selectFrom("nektar.challenge")
    .selectAll()
    .$if(!all, (query) => query.where("state", "<>", "right"))
    .orderBy("found_at", "desc")
    .orderBy("task_id")
    .limit(limit)
    .execute();
}

/** By the task, the challenge or the bundle's hash. */
export async function listChallengesOf(db: Database, id: Hex): Promise<ChallengeWork[]> {
  return db
    .selectFrom("nektar.challenge")
    .selectAll()
    .where(({ or, eb }) =>
      or([eb("task_id", "=", id), eb("challenge_id", "=", id), eb("content_hash", "=", id)]),
    )
    .orderBy("found_at")
    .execute();
}
