import { HashThreads } from "./keccak/HashThreads.ts";
import { openKeccak } from "./keccak/openKeccak.ts";
import { MerkleTree } from "./MerkleTree.ts";
import { placeLeaves } from "./placeLeaves.ts";
import { levelsUpwards, nodeBytes, type RewardLeaf, TreeMemory } from "./TreeMemory.ts";

const smallRing = 256;
/** Leaves that one thread hashes at once. */
const block = 2_048;
const blocksInRing = 16;

/** The tree of leaves at hand, in this thread: 1 ms for a thousand. At least one leaf. */
export function buildTree(leaves: readonly RewardLeaf[]): MerkleTree {
  const tree = new TreeMemory(leaves.length, smallRing);
  const hash = openKeccak(tree.memory);
  for (let from = 0; from < leaves.length; from += smallRing) {
    const part = Math.min(smallRing, leaves.length - from);
    for (let index = from; index < from + part; index++) tree.encode(index, leaves[index] as RewardLeaf);
    hash(tree.leaves(from, part));
  }
  const places = placeLeaves(leavesOf(tree));
  for (const [from, count] of levelsUpwards(leaves.length)) hash(tree.pairs(from, count));
  return new MerkleTree(tree.nodes, places);
}

/**
 * The tree of very many leaves, hashed by threads while they come in. It needs 64 bytes a leaf for the nodes and 20 more
 * while it orders them; the leaves themselves are not kept.
 *
 * @param leaves in batches of any size. @param count how many come, at least 1.
 * @throws {RangeError} when another number comes.
 */
export async function buildTreeInThreads(
  leaves: AsyncIterable<readonly RewardLeaf[]> | Iterable<readonly RewardLeaf[]>,
  count: number,
  threadCount: number,
): Promise<MerkleTree> {
  const tree = new TreeMemory(count, block * blocksInRing);
  const threads = new HashThreads(tree.memory, threadCount);
  try {
    await hashLeaves(tree, threads, leaves);
    const places = placeLeaves(leavesOf(tree));
    for (const [from, nodes] of levelsUpwards(count)) await hashLevel(tree, threads, from, nodes);
    return new MerkleTree(tree.nodes, places);
  } finally {
    await threads.close();
  }
}

async function hashLeaves(
  tree: TreeMemory,
  threads: HashThreads,
  leaves: AsyncIterable<readonly RewardLeaf[]> | Iterable<readonly RewardLeaf[]>,
): Promise<void> {
  const running: Promise<void>[] = [];
  let added = 0;
  const send = (from: number, part: number) => running.push(threads.run(tree.leaves(from, part)));
  for await (const batch of leaves)
    for (const leaf of batch) {
      // The block that is to be written was sent one ring ago.
      if (added % block === 0 && running.length >= blocksInRing) await running.shift();
      if (added === tree.count) throw new RangeError(`More than ${tree.count} leaves came.`);
      tree.encode(added, leaf);
      added += 1;
      if (added % block === 0) send(added - block, block);
    }
  if (added !== tree.count) throw new RangeError(`${added} leaves came instead of ${tree.count}.`);
  if (added % block > 0) send(added - (added % block), added % block);
  await Promise.all(running);
}

/** A level in equal parts; a small one is not worth parting. */
async function hashLevel(tree: TreeMemory, threads: HashThreads, from: number, count: number): Promise<void> {
  const part = count < 2 * block ? count : Math.ceil(count / threads.count);
  const parts: Promise<void>[] = [];
  for (let done = 0; done < count; done += part)
    parts.push(threads.run(tree.pairs(from + done, Math.min(part, count - done))));
  await Promise.all(parts);
}

const leavesOf = ({ nodes, count }: TreeMemory) => nodes.subarray((count - 1) * nodeBytes);
