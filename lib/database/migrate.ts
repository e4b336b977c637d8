import { type Kysely, Migrator, sql } from "kysely";
import { RetryableError } from "../errors/NektarError.ts";
import type { Database } from "./createDatabase.ts";
import * as initial from "./migrations/0001_initial.ts";
import * as transactionAttempts from "./migrations/0002_transaction_attempts.ts";
import * as changeNotifications from "./migrations/0003_change_notifications.ts";
import * as rewardTree from "./migrations/0004_reward_tree.ts";
import * as rewardStages from "./migrations/0005_reward_stages.ts";
import * as evidence from "./migrations/0006_evidence.ts";
import * as rewardTexts from "./migrations/0007_reward_texts.ts";
import * as evidenceNotifications from "./migrations/0008_evidence_notifications.ts";
import * as challenges from "./migrations/0009_challenges.ts";
import * as alerts from "./migrations/0010_alerts.ts";

/** Every migration of the schema `nektar`, in order. A landed one is never edited. */
const migrations = {
  "0001_initial": initial,
  "0002_transaction_attempts": transactionAttempts,
  "0003_change_notifications": changeNotifications,
  "0004_reward_tree": rewardTree,
  "0005_reward_stages": rewardStages,
  "0006_evidence": evidence,
  "0007_reward_texts": rewardTexts,
  "0008_evidence_notifications": evidenceNotifications,
  "0009_challenges": challenges,
  "0010_alerts": alerts,
};

/**
 * Brings the schema `nektar` up to date. Safe to run from several processes at once: they wait for one another.
 *
 * @returns the names of the migrations that were applied now.
 * @throws {RetryableError} when a migration fails; nothing of it is kept.
 */
export async function migrate(db: Database): Promise<string[]> {
  await sql`create schema if not exists nektar`.execute(db).catch(ignoreConcurrentCreation);
  const migrator = new Migrator({
    db: db as unknown as Kysely<unknown>,
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: "nektar",
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error)
    throw new RetryableError("The database schema could not be brought up to date.", {}, { cause: error });
  return (results ?? [])
    .filter((result) => result.status === "Success")
    .map((result) => result.migrationName);
}

/** `create schema if not exists` still fails when two processes run it in the same instant. */
function ignoreConcurrentCreation(error: unknown): void {
  const uniqueViolation = "23505";
  if ((error as { code?: string }).code !== uniqueViolation) throw error;
}
