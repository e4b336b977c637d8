import { type ExpressionBuilder, sql } from "kysely";
import type { Hex } from "viem";
import type { Database, Tables } from "../../lib/database/createDatabase.ts";
import type { RewardEpochRow, RewardEpochState } from "../../lib/database/rewardTables.ts";
import { equal } from "./watchQueries.ts";

/** Rows of our own about reward epochs. */

/** The epoch after the last one that is calculated; epochs go strictly in order. */
export async function nextEpoch(db: Database): Promise<bigint> {
  const row = await db
    .selectFrom("nektar.reward_epoch")
    .select((eb) => eb.fn.max("epoch").as("epoch"))
    .where("state", "<>", "calculating")
    .executeTakeFirst();
  return row?.epoch === null || row?.epoch === undefined ? 0n : row.epoch + 1n;
}

export type StoredEpoch = Pick<RewardEpochRow, "epoch" | "state"> & {
  readonly root: Hex;
  readonly bundle_hash: Hex;
  readonly total: bigint;
};

/** A calculated epoch's root as we have it; undefined before. */
export async function findRoot(db: Database, epoch: bigint): Promise<StoredEpoch | undefined> {
  const row = await db
    .selectFrom("nektar.reward_epoch")
    .select(["epoch", "state", "root", "bundle_hash", "total"])
    .where("epoch", "=", epoch)
    .where("state", "<>", "calculating")
    .executeTakeFirst();
  if (!row || row.root === null || row.bundle_hash === null || row.total === null) return undefined;
  return { ...row, root: row.root, bundle_hash: row.bundle_hash, total: row.total };
}

/** Epochs whose root is not known to stand on chain, lowest first, at most `limit`. */
export async function listUnverified(db: Database, limit: number): Promise<bigint[]> {
  const rows = await db
    .selectFrom("nektar.reward_epoch")
    .select("epoch")
    .where("state", "in", ["calculated", "mismatch"])
    .orderBy("epoch")
    .limit(limit)
    .execute();
  return rows.map((row) => row.epoch);
}

/**
 * The lowest epoch with a fault: another root than ours stands on chain, its blocks are no more, or the chain's logs give something else. Publishing
 * halts there.
 */
export async function findFault(db: Database): Promise<bigint | undefined> {
  const row = await db
    .selectFrom("nektar.reward_epoch")
    .select("epoch")
    .where(hasFault)
    .orderBy("epoch")
    .limit(1)
    .executeTakeFirst();
  return row?.epoch;
}

export function hasFault({ eb, or, and }: ExpressionBuilder<Tables, "nektar.reward_epoch">) {
  return or([
    eb("state", "in", ["mismatch", "reorganised"]),
    and([eb("chain_check", "is not", null), eb("chain_check", "<>", equal)]),
  ]);
}

/** Compare-and-set of an epoch's state; false when it is another one by now. */
export async function moveEpoch(
  db: Database,
  epoch: bigint,
  from: RewardEpochState,
  to: RewardEpochState,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("nektar.reward_epoch")
    // What was said of a root that stood before says nothing of the next.
    .set({ state: to, updated_at: sql<Date>`now()`, ...(to === "calculated" ? { chain_check: null } : {}) })
    .where("epoch", "=", epoch)
    .where("state", "=", from)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** The root that the indexer has seen for an epoch, the newest if one was replaced. */
export async function findIndexedRoot(
  db: Database,
  epoch: bigint,
): Promise<{ root: Hex; bundle_hash: Hex; total: bigint } | undefined> {
  return db
    .selectFrom("indexer.epoch_root as epoch")
    .innerJoin("indexer.reward_root as root", "root.id", "epoch.root_id")
    .select(["root.root as root", "root.bundle_hash as bundle_hash", "root.total as total"])
    .where("epoch.epoch", "=", epoch)
    .executeTakeFirst();
}
