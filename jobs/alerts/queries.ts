import { sql } from "kysely";
import { isMissingTable, readProgress } from "../../lib/database/checkpoint.ts";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { AlertDeliveryRow } from "../../lib/database/nektarTables.ts";
import { canonicalJson } from "../../lib/json/canonicalJson.ts";
import { alertId, type Found } from "./message.ts";

/** Deeper than any reorganisation that the indexer follows: a slash may be indexed again at a lower block. */
const overlapBlocks = 130n;
/** Of one endpoint at once, so that a dead one leaves room for the others. */
const mostOfEndpoint = 2;
/** Seconds until the second attempt; each further one waits twice as long, an hour at most. */
const pauseSeconds = 5;
const longestPauseSeconds = 3_600;
/** The last comes some seven hours after the first. */
export const mostAttempts = 16;

/** From where on is told: what happened before alerts were switched on is not. Moves on with the indexer. */
export async function advanceScan(db: Database): Promise<{ aboveBlock: bigint; since: Date }> {
  const { latest } = await readProgress(db);
  const { block } = latest;
  const inserted = await db
    .insertInto("nektar.alert_scan")
    .values({ id: true, from_block: block, block })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  const before = inserted ?? (await db.selectFrom("nektar.alert_scan").selectAll().executeTakeFirstOrThrow());
  await db.updateTable("nektar.alert_scan").set({ block }).where("block", "<", block).execute();
  const overlapped = before.block - overlapBlocks;
  const aboveBlock = overlapped > before.from_block ? overlapped : before.from_block;
  return { aboveBlock, since: before.from_time };
}

/** Every equivocation that is known here. */
export async function findEquivocations(db: Database, since: Date): Promise<Found[]> {
  const subject = sql<string>`operator || ' ' || task_id`;
  const rows = await db
    .selectFrom("nektar.evidence")
    .select(["task_id", "operator", "source", subject.as("subject")])
    .where("known_at", ">", since)
    .where(untold("offence.equivocation", subject))
    .execute();
  return rows.map(({ subject, task_id, operator, source }) => ({
    kind: "offence.equivocation",
    subject,
    data: { operator, taskId: task_id, source },
  }));
}

/** Every accepted response that was found wrong. */
export async function findWrongResponses(db: Database, since: Date): Promise<Found[]> {
  const subject = sql<string>`task_id || ' ' || response_hash`;
  const rows = await db
    .selectFrom("nektar.challenge")
    .select(["task_id", "response_hash", "network", "computed", "deadline", subject.as("subject")])
    .where("state", "not in", ["seen", "right", "doubtful"])
    .where("computed", "is not", null)
    .where("found_at", ">", since)
    .where(untold("offence.wrong_response", subject))
    .execute();
  return rows.map(({ subject, task_id, response_hash, network, computed, deadline }) => ({
    kind: "offence.wrong_response",
    subject,
    data: { taskId: task_id, network, responseHash: response_hash, computed, challengeDeadline: deadline },
  }));
}

/** Every slash that is indexed; a reorganisation may still take it. */
export async function findSlashes(db: Database, aboveBlock: bigint): Promise<Found[]> {
  const rows = await db
    .selectFrom("indexer.slash")
    .select(["id", "operator", "network", "task_id", "offence", "reporter", "evidence_hash", "fraction"])
    .select(["created_block", "created_tx"])
    .where("created_block", ">", aboveBlock)
    .where(untold("slash", sql`indexer.slash.id`))
    .execute();
  return rows.map(({ id, task_id, evidence_hash, created_block, created_tx, ...rest }) => ({
    kind: "slash",
    subject: id,
    data: {
      ...rest,
      ...{ slashId: id, taskId: task_id, evidenceHash: evidence_hash, block: created_block, tx: created_tx },
    },
  }));
}

/** Epochs whose roots halt publishing. */
export async function findHalts(db: Database): Promise<Found[]> {
  const rows = await db
    .selectFrom("nektar.reward_epoch")
    .select(["epoch", "state", "root", "chain_check"])
    .where(({ or, eb }) =>
      or([eb("state", "in", ["mismatch", "reorganised"]), eb("chain_check", "<>", "equal")]),
    )
    .execute();
  return rows.map(({ epoch, state, root, chain_check }) => ({
    kind: "rewards.halted",
    subject: `epoch ${epoch}`,
    data: { epoch, state, root, difference: chain_check === "equal" ? null : chain_check },
  }));
}

/** What the indexer's monitor finds broken now. */
export async function findViolations(db: Database): Promise<Found[]> {
  const rows = await db
    .selectFrom("indexer_meta.invariant")
    .selectAll()
    .where("violations", ">", 0)
    .execute()
    .catch((error: unknown) => {
      if (isMissingTable(error)) return [];
      throw error;
    });
  return rows.map(({ name, violations, example, checked_block }) => ({
    kind: "invariant.violated",
    subject: name,
    data: { name, violations: BigInt(violations), example, block: checked_block },
  }));
}

function untold(kind: Found["kind"], subject: ReturnType<typeof sql>) {
  return sql<boolean>`not exists (
    select from nektar.alert where alert.kind = ${kind} and alert.subject = ${subject}
  )`;
}

/** Makes rows of what goes on and is not told yet, a delivery for each endpoint with it. Safe for several at once. */
export async function raiseAlerts(
  db: Database,
  found: readonly Found[],
  endpoints: readonly string[],
): Promise<void> {
  for (const { kind, subject, data } of found) {
    await db.transaction().execute(async (trx) => {
      const { count } = await trx
        .selectFrom("nektar.alert")
        .select((eb) => eb.fn.countAll<bigint>().as("count"))
        .where("kind", "=", kind)
        .where("subject", "=", subject)
        .executeTakeFirstOrThrow();
      const id = alertId(kind, subject, Number(count));
      const inserted = await trx
        .insertInto("nektar.alert")
        .values({ id, kind, subject, data: canonicalJson(data) })
        .onConflict((conflict) => conflict.doNothing())
        .returning("id")
        .executeTakeFirst();
      if (!inserted) return;
      const deliveries = endpoints.map((endpoint) => ({ alert_id: id, endpoint, answer: null }));
      await trx.insertInto("nektar.alert_delivery").values(deliveries).execute();
    });
  }
}

/** Ends what no longer goes on, so that it is told again when it comes back. */
export async function resolveAlerts(
  db: Database,
  kind: Found["kind"],
  going: readonly string[],
): Promise<void> {
  await db
    .updateTable("nektar.alert")
    .set({ resolved_at: sql<Date>`now()` })
    .where("kind", "=", kind)
    .where("resolved_at", "is", null)
    .where(sql<boolean>`subject <> all(${going}::text[])`)
    .execute();
}

export type Delivery = { readonly alertId: string; readonly endpoint: string };

/** Deliveries that are due, the oldest of each endpoint. */
export async function listDue(db: Database, endpoints: readonly string[]): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`
    select due.alert_id as "alertId", endpoint.name as endpoint
    from unnest(${endpoints}::text[]) as endpoint (name),
      lateral (
        select alert_id from nektar.alert_delivery
        where endpoint = endpoint.name and state = 'due' and next_at <= now()
        order by next_at limit ${mostOfEndpoint}
      ) as due
  `.execute(db);
  return rows;
}

/**
 * Takes a delivery for one attempt. The next one is due after a pause, should this one end in nothing or a crash.
 * @returns undefined when somebody else has it, or it is done.
 */
export async function takeDelivery(db: Database, { alertId, endpoint }: Delivery) {
  const taken = await db
    .updateTable("nektar.alert_delivery")
    .set({
      attempts: sql<number>`attempts + 1`,
      next_at: sql<Date>`now() + least(${pauseSeconds} * power(2, attempts), ${longestPauseSeconds}) * interval '1 second'`,
      updated_at: sql<Date>`now()`,
    })
    .where("alert_id", "=", alertId)
    .where("endpoint", "=", endpoint)
    .where("state", "=", "due")
    .where("next_at", "<=", sql<Date>`now()`)
    .returning("attempts")
    .executeTakeFirst();
  if (!taken) return undefined;
  const alert = await db
    .selectFrom("nektar.alert")
    .selectAll()
    .where("id", "=", alertId)
    .executeTakeFirstOrThrow();
  return { ...taken, alert };
}

export async function noteDelivery(
  db: Database,
  { alertId, endpoint }: Delivery,
  { state, answer }: { readonly state: AlertDeliveryRow["state"]["__select__"]; readonly answer: string },
): Promise<void> {
  await db
    .updateTable("nektar.alert_delivery")
    .set({ state, answer, updated_at: sql<Date>`now()` })
    .where("alert_id", "=", alertId)
    .where("endpoint", "=", endpoint)
    .where("state", "=", "due")
    .execute();
}

/** Alerts, newest first, a row for each endpoint. */
export async function listAlerts(db: Database, limit: number) {
  return db
    .selectFrom("nektar.alert as alert")
    .leftJoin("nektar.alert_delivery as delivery", "delivery.alert_id", "alert.id")
    .select(["alert.id", "alert.kind", "alert.subject", "alert.raised_at", "alert.resolved_at"])
    .select(["delivery.endpoint", "delivery.state", "delivery.attempts", "delivery.answer"])
    .orderBy("alert.raised_at", "desc")
    .orderBy("alert.id")
    .limit(limit)
    .execute();
}
