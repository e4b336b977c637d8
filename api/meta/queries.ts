import type { Database } from "../../lib/database/createDatabase.ts";

export type BlockPosition = { readonly number: bigint; readonly timestamp: bigint };

/** How far the indexer is. */
export type Position = {
  readonly chainId: number;
  readonly indexed: BlockPosition;
  readonly finalised: BlockPosition;
};

/**
 * Ponder's checkpoint of a chain; undefined when it has none.
 * Before the indexer has made its views this fails with Postgres' `undefined_table`.
 */
export async function selectPosition(db: Database, chainId: number): Promise<Position | undefined> {
  const row = await db
    .selectFrom("indexer._ponder_checkpoint")
    .select(["latest_checkpoint", "finalized_checkpoint"])
    .where("chain_id", "=", BigInt(chainId))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    chainId,
    indexed: readCheckpoint(row.latest_checkpoint),
    finalised: readCheckpoint(row.finalized_checkpoint),
  };
}

/** 75 digits: timestamp 10, chain id 16, block 16, transaction 16, type 1, event 16. */
function readCheckpoint(checkpoint: string): BlockPosition {
  return { timestamp: BigInt(checkpoint.slice(0, 10)), number: BigInt(checkpoint.slice(26, 42)) };
}
