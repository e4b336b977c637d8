export type BlockPosition = { readonly number: bigint; readonly timestamp: bigint };

/** How far the indexer is. */
export type Position = {
  readonly chainId: number;
  readonly indexed: BlockPosition;
  readonly finalised: BlockPosition;
};

/** Reads Ponder's 75 digits: timestamp 10, chain id 16, block 16, transaction 16, type 1, event 16. */
export function readCheckpoint(checkpoint: string): BlockPosition {
  return { timestamp: BigInt(checkpoint.slice(0, 10)), number: BigInt(checkpoint.slice(26, 42)) };
}
