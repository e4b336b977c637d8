import type { Hex, PublicClient } from "viem";

export type BlockRange = { readonly first: BlockId; readonly last: BlockId };
type BlockId = { readonly number: bigint; readonly hash: Hex };
type Chain = Pick<PublicClient, "getBlock">;

/**
 * First and last block with a timestamp in `[start, end)`, and their hashes, by which anybody can tell which chain was read; null when
 * there is none. Asks for about 30 headers per bound on a chain of any length.
 *
 * @param finalizedBlock A block at or after `end`.
 */
export async function findBlocks(
  chain: Chain,
  { start, end, finalizedBlock }: { start: bigint; end: bigint; finalizedBlock: bigint },
): Promise<BlockRange | null> {
  const first = await firstBlockAt(chain, start, finalizedBlock);
  const after = await firstBlockAt(chain, end, finalizedBlock);
  if (after <= first) return null;
  return { first: await blockId(chain, first), last: await blockId(chain, after - 1n) };
}

async function blockId(chain: Chain, number: bigint): Promise<BlockId> {
  const { hash } = await chain.getBlock({ blockNumber: number });
  return { number, hash: hash as Hex };
}

/** The lowest block with a timestamp of at least `timestamp`, by bisection; `highest` when none below has. */
export async function firstBlockAt(chain: Chain, timestamp: bigint, highest: bigint): Promise<bigint> {
  let low = 0n;
  let high = highest;
  while (low < high) {
    const middle = (low + high) / 2n;
    const block = await chain.getBlock({ blockNumber: middle });
    if (block.timestamp >= timestamp) high = middle;
    else low = middle + 1n;
  }
  return low;
}
