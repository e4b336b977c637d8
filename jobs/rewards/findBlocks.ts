import type { PublicClient } from "viem";

export type BlockRange = { readonly first: bigint; readonly last: bigint };

/**
 * First and last block with a timestamp in `[start, end)`; null when there is none. Asks for about 30 headers per bound
 * on a chain of any length.
 *
 * @param finalizedBlock A block at or after `end`.
 */
export async function findBlocks(
  chain: Pick<PublicClient, "getBlock">,
  { start, end, finalizedBlock }: { start: bigint; end: bigint; finalizedBlock: bigint },
): Promise<BlockRange | null> {
  const first = await firstBlockAt(chain, start, finalizedBlock);
  const after = await firstBlockAt(chain, end, finalizedBlock);
  return after > first ? { first, last: after - 1n } : null;
}

/** The lowest block with a timestamp of at least `timestamp`, by bisection; `highest` when none below has. */
async function firstBlockAt(
  chain: Pick<PublicClient, "getBlock">,
  timestamp: bigint,
  highest: bigint,
): Promise<bigint> {
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
