import type { Address, Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import { selectTotals } from "../../lib/rewards/totalQueries.ts";

export type ClaimableEpoch = {
  readonly epoch: bigint;
  readonly root: Hex;
  readonly leaf_count: number | null;
};

/** The newest epoch whose root can be claimed against at `timestamp` and is the one that this backend calculated. */
export async function selectClaimableEpoch(
  db: Database,
  timestamp: bigint,
): Promise<ClaimableEpoch | undefined> {
  return db
    .selectFrom("indexer.epoch_root as standing")
    .innerJoin("indexer.reward_root as root", "root.id", "standing.root_id")
    .innerJoin("nektar.reward_epoch as calculated", "calculated.epoch", "standing.epoch")
    .select(["root.epoch", "root.root", "calculated.leaf_count"])
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
  const [totals, claims] = await Promise.all([
    selectTotals(db, epoch, earner),
    db.selectFrom("indexer.claimed").select(["token", "cumulative"]).where("earner", "=", earner).execute(),
  ]);
  const claimed = new Map(claims.map((row) => [row.token, row.cumulative]));
  return totals.map(({ token, cumulative }) => ({ token, cumulative, claimed: claimed.get(token) ?? 0n }));
}
