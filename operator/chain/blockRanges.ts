/** Most blocks in one request: what common providers allow. */
const rangeBlocks = 500n;

export type BlockRange = { readonly fromBlock: bigint; readonly toBlock: bigint };

/** The blocks from `first` to `last`, both included, in ranges that one request may ask for, the oldest first. */
export function* blockRanges(first: bigint, last: bigint): Generator<BlockRange> {
  for (let fromBlock = first; fromBlock <= last; fromBlock += rangeBlocks)
    yield { fromBlock, toBlock: min(fromBlock + rangeBlocks - 1n, last) };
}

/** The same, the newest first. */
export function* blockRangesBackwards(first: bigint, last: bigint): Generator<BlockRange> {
  for (let toBlock = last; toBlock >= first; toBlock -= rangeBlocks)
    yield { fromBlock: max(toBlock - rangeBlocks + 1n, first), toBlock };
}

const min = (one: bigint, other: bigint) => (one < other ? one : other);
const max = (one: bigint, other: bigint) => (one > other ? one : other);
