import type { NotNull } from "kysely";
import type { Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { ChallengeRow, PoolSlashRow, RulingRow, SlashRow } from "../../lib/database/indexerTables.ts";
import { anyOf } from "../loading/anyOf.ts";

export async function selectChallenges(db: Database, ids: readonly Hex[]): Promise<ChallengeRow[]> {
  return db.selectFrom("indexer.challenge").selectAll().where("id", "=", anyOf(ids)).execute();
}

/** Oldest first: a task has one at a time. */
export async function selectChallengesOfTasks(
  db: Database,
  taskIds: readonly Hex[],
): Promise<ChallengeRow[]> {
  return db
    .selectFrom("indexer.challenge")
    .selectAll()
    .where("task_id", "=", anyOf(taskIds))
    .orderBy("created_block")
    .orderBy("id")
    .execute();
}

export async function selectSlashes(db: Database, ids: readonly Hex[]): Promise<SlashRow[]> {
  return db.selectFrom("indexer.slash").selectAll().where("id", "=", anyOf(ids)).execute();
}

/** Oldest first. */
export async function selectSlashesOfTasks(db: Database, taskIds: readonly Hex[]): Promise<SlashRow[]> {
  return db
    .selectFrom("indexer.slash")
    .selectAll()
    .where("task_id", "=", anyOf(taskIds))
    .orderBy("created_block")
    .orderBy("created_log_index")
    .execute();
}

type Measured =
  | "fraction"
  | "active_slashed"
  | "queued_slashed"
  | "assets_per_share_before"
  | "assets_per_share_after";
/** What a slash took of a pool, as the pool's own event has it. */
export type AssetSlashModel = Omit<PoolSlashRow, Measured> & Record<Measured, bigint>;

/** In the order of the events. The pool's event follows in the same transaction as the magnitude's. */
export async function selectAssetSlashes(db: Database, slashIds: readonly Hex[]): Promise<AssetSlashModel[]> {
  return db
    .selectFrom("indexer.pool_slash")
    .selectAll()
    .where("slash_id", "=", anyOf(slashIds))
    .where("fraction", "is not", null)
    .orderBy("block")
    .orderBy("log_index")
    .$narrowType<Record<Measured, NotNull>>()
    .execute();
}

/** At most one a task: what its own network's contract says of its response. Any network's may name any task. */
export async function selectRulings(db: Database, taskIds: readonly Hex[]): Promise<RulingRow[]> {
  return db
    .selectFrom("indexer.ruling as ruling")
    .innerJoin("indexer.task as task", (join) =>
      join
        .onRef("task.id", "=", "ruling.task_id")
        .onRef("task.network", "=", "ruling.network")
        .onRef("task.response_hash", "=", "ruling.response_hash"),
    )
    .selectAll("ruling")
    .where("ruling.task_id", "=", anyOf(taskIds))
    .execute();
}
