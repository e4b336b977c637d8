import { type Selectable, sql } from "kysely";
import type { Address, Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { TransactionRow, TransactionState } from "../../lib/database/nektarTables.ts";
import type { Fees } from "./fees.ts";

export type Attempt = Fees & {
  readonly hash: Hex;
  readonly raw: Hex;
  readonly nonce: number;
  readonly gas: bigint;
};

export type IntentRow = Selectable<TransactionRow>;

/** Holds back everyone else who would give this sender a nonce, until the transaction ends. */
export async function lockSender(trx: Database, sender: Address): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`nektar sender ${sender}`}, 0))`.execute(trx);
}

/** What there is for a purpose. A failed intent may be tried again after 2, 4, 8 … seconds, at most five minutes. */
export type IntentState = Exclude<TransactionState, "failed"> | "none" | "backing off";

export async function findState(db: Database, purpose: string): Promise<IntentState> {
  const pause = sql`least(power(2, least(failures, 10)), 300) * interval '1 second'`;
  const row = await db
    .selectFrom("nektar.transaction")
    .select(["state", sql<boolean>`updated_at > now() - ${pause}`.as("is_recent")])
    .where("purpose", "=", purpose)
    .executeTakeFirst();
  if (!row) return "none";
  if (row.state !== "failed") return row.state;
  return row.is_recent ? "backing off" : "none";
}

/** The nonce after the highest of our unfinished intents; 0 when there is none. */
export async function nextUnfinishedNonce(db: Database, sender: Address): Promise<number> {
  const row = await db
    .selectFrom("nektar.transaction")
    .select((eb) => eb.fn.max("nonce").as("nonce"))
    .where("sender", "=", sender)
    .where("state", "in", ["pending", "mined"])
    .executeTakeFirst();
  return row?.nonce === null || row?.nonce === undefined ? 0 : row.nonce + 1;
}

/** Writes a new intent, or a failed one's successor, with its first version. */
export async function writeIntent(
  trx: Database,
  intent: { purpose: string; sender: Address; to: Address; data: Hex },
  attempt: Attempt,
): Promise<void> {
  const { hash, raw, nonce } = attempt;
  const values = { ...intent, hash, raw, nonce, state: "pending" as const, block: null, error: null };
  await trx
    .insertInto("nektar.transaction")
    .values(values)
    .onConflict((conflict) =>
      conflict.column("purpose").doUpdateSet({ ...values, updated_at: sql<Date>`now()` }),
    )
    .execute();
  await writeAttempt(trx, intent.purpose, attempt);
}

/** Puts a new version in the place of the one with `replaced`; false when that is no longer the newest or not pending. */
export async function writeReplacement(
  trx: Database,
  purpose: string,
  replaced: Hex,
  attempt: Attempt,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("nektar.transaction")
    .set({ hash: attempt.hash, raw: attempt.raw, updated_at: sql<Date>`now()` })
    .where("purpose", "=", purpose)
    .where("hash", "=", replaced)
    .where("state", "=", "pending")
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return false;
  await writeAttempt(trx, purpose, attempt);
  return true;
}

async function writeAttempt(trx: Database, purpose: string, attempt: Attempt): Promise<void> {
  await trx
    .insertInto("nektar.transaction_attempt")
    .values({
      hash: attempt.hash,
      purpose,
      nonce: attempt.nonce,
      gas: attempt.gas,
      max_fee_per_gas: attempt.maxFeePerGas,
      max_priority_fee_per_gas: attempt.maxPriorityFeePerGas,
    })
    // The same intent signed again after a rollback of the chain is the same transaction.
    .onConflict((conflict) => conflict.column("hash").doNothing())
    .execute();
}

export type UnfinishedIntent = IntentRow & {
  /** Every version with the intent's nonce, the newest first. */
  readonly attempts: readonly {
    hash: Hex;
    gas: bigint;
    max_fee_per_gas: bigint;
    max_priority_fee_per_gas: bigint;
    age_ms: bigint;
  }[];
};

/** The sender's intents that are not final, lowest nonce first, at most `limit`. */
export async function listUnfinished(
  db: Database,
  sender: Address,
  limit: number,
): Promise<UnfinishedIntent[]> {
  const intents = await db
    .selectFrom("nektar.transaction")
    .selectAll()
    .where("sender", "=", sender)
    .where("state", "in", ["pending", "mined"])
    .orderBy("nonce")
    .limit(limit)
    .execute();
  if (intents.length === 0) return [];
  const attempts = await db
    .selectFrom("nektar.transaction_attempt")
    .select(["hash", "purpose", "nonce", "gas", "max_fee_per_gas", "max_priority_fee_per_gas"])
    .select(sql<bigint>`(extract(epoch from now() - created_at) * 1000)::bigint`.as("age_ms"))
    .where(
      "purpose",
      "in",
      intents.map((intent) => intent.purpose),
    )
    .orderBy("created_at", "desc")
    .execute();
  return intents.map((intent) => ({
    ...intent,
    attempts: attempts.filter((row) => row.purpose === intent.purpose && row.nonce === intent.nonce),
  }));
}

export async function hasUnfinished(db: Database, sender: Address): Promise<boolean> {
  const row = await db
    .selectFrom("nektar.transaction")
    .select("purpose")
    .where("sender", "=", sender)
    .where("state", "in", ["pending", "mined"])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Moves an intent on if nobody else did: a compare-and-set on its state and nonce. */
export async function moveIntent(
  db: Database,
  from: { readonly purpose: string; readonly nonce: number; readonly state: TransactionState },
  to: { readonly state: TransactionState; readonly block: bigint | null; readonly error?: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("nektar.transaction")
    .set({ state: to.state, block: to.block, error: to.error ?? null, updated_at: sql<Date>`now()` })
    .set((eb) => ({ failures: to.state === "failed" ? eb("failures", "+", 1) : eb.ref("failures") }))
    .where("purpose", "=", from.purpose)
    .where("nonce", "=", from.nonce)
    .where("state", "=", from.state)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
