import { sql } from "kysely";
import type { Address, Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { RewardLeafRow } from "../../lib/database/nektarTables.ts";

/** The newest epoch whose root can be claimed against at `timestamp` and is the one that this backend calculated. */
export async function selectClaimableEpoch(
  db: Database,
  timestamp: bigint,
): Promise<{ epoch: bigint; root: Hex } | undefined> {
  return db
    .selectFrom("indexer.epoch_root as standing")
    .innerJoin("indexer.reward_root as root", "root.id", "standing.root_id")
    .innerJoin("nektar.reward_epoch as calculated", "calculated.epoch", "standing.epoch")
    .select(["root.epoch", "root.root"])
    .where("root.disabled", "=", false)
    .where("root.activates_at", "<=", timestamp)
    .where("calculated.state", "!=", "calculating")
    .whereRef("calculated.root", "=", "root.root")
    .orderBy("standing.epoch", "desc")
    .limit(1)
    .executeTakeFirst();
}

export type EarnedRow = { token: Address; cumulative: bigint; claimed: bigint };

/** An earner's leaves of an epoch's tree, each with what it has claimed of the token. */
export async function selectEarned(db: Database, epoch: bigint, earner: Address): Promise<EarnedRow[]> {
  return db
    .selectFrom("nektar.reward_leaf as leaf")
    .leftJoin("indexer.claimed as claimed", (join) =>
      join.onRef("claimed.earner", "=", "leaf.earner").onRef("claimed.token", "=", "leaf.token"),
    )
    .select((eb) => [
      "leaf.token",
      "leaf.cumulative",
      eb.fn.coalesce("claimed.cumulative", sql<bigint>`0::numeric`).as("claimed"),
    ])
    .where("leaf.epoch", "=", epoch)
    .where("leaf.earner", "=", earner)
    .orderBy("leaf.token")
    .execute();
}

/** All leaves of an epoch's tree. */
export async function selectLeaves(db: Database, epoch: bigint): Promise<RewardLeafRow[]> {
  return db.selectFrom("nektar.reward_leaf").selectAll().where("epoch", "=", epoch).execute();
}
