import { sql } from "kysely";
import type { Address, Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import { type RootFinding, rootFinding } from "../../lib/rewards/rootFault.ts";
import { selectTotals } from "../../lib/rewards/totalQueries.ts";

export type ActiveRoot = RootFinding & {
  readonly epoch: bigint;
  readonly root: Hex;
  readonly leaf_count: number | null;
};

/**
 * The newest root that can be claimed against at `timestamp`, and the newest such that is as it should be: the one that this backend
 * calculated, of blocks that are still there, and what the chain's logs give, as far as that is known. Newest first; one row when both are the same.
 */
export async function selectActiveRoots(db: Database, timestamp: bigint): Promise<ActiveRoot[]> {
  const { rows } = await sql<ActiveRoot>`
    with active as (
      select standing.epoch, root.root, calculated.leaf_count, ${rootFinding}
      from indexer.epoch_root standing
      join indexer.reward_root root on root.id = standing.root_id
      left join nektar.reward_epoch calculated on calculated.epoch = standing.epoch
      where not root.disabled and root.activates_at <= ${timestamp}
    )
    (select * from active order by epoch desc limit 1)
    union
    (select * from active where fault is null order by epoch desc limit 1)
    order by epoch desc`.execute(db);
  return rows;
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
