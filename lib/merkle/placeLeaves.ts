import { nodeBytes } from "./TreeMemory.ts";

/** More leaves than this do not fit the keys below. */
const mostLeaves = 2 ** 24;

/**
 * Brings the hashed leaves, which lie in `hashes` in the order in which they were added, into the order of OpenZeppelin's
 * tree: descending.
 *
 * @param hashes 32 bytes each; changed in place.
 * @returns the place of each leaf, by the order in which they were added.
 */
export function placeLeaves(hashes: Uint8Array): Uint32Array {
  const count = hashes.length / nodeBytes;
  if (count > mostLeaves) throw new RangeError(`A tree holds ${mostLeaves} leaves at most.`);
  const order = ascendingOrder(hashes, count);
  const places = new Uint32Array(count);
  for (let rank = 0; rank < count; rank++) places[order[rank] as number] = count - 1 - rank;
  permute(hashes, order);
  return places;
}

/**
 * Leaves by ascending hash. The engine's own sort of 64-bit integers orders the first 40 bits of each hash, with the
 * leaf's number behind them; what is equal in those is then ordered by the whole.
 */
function ascendingOrder(hashes: Uint8Array, count: number): Uint32Array {
  const keys = new BigUint64Array(count);
  const words = new Uint32Array(keys.buffer);
  const view = new DataView(hashes.buffer, hashes.byteOffset, hashes.length);
  for (let leaf = 0; leaf < count; leaf++) {
    words[2 * leaf] = (((view.getUint8(leaf * nodeBytes + 4) << 24) >>> 0) | leaf) >>> 0;
    words[2 * leaf + 1] = view.getUint32(leaf * nodeBytes);
  }
  keys.sort();
  const order = new Uint32Array(count);
  for (let rank = 0; rank < count; rank++) order[rank] = (words[2 * rank] as number) & 0xffffff;
  for (let from = 0, rank = 1; rank <= count; rank++) {
    if (rank < count && samePrefix(words, from, rank)) continue;
    if (rank - from > 1) order.subarray(from, rank).sort((one, other) => compareHashes(hashes, one, other));
    from = rank;
  }
  return order;
}

function samePrefix(words: Uint32Array, one: number, other: number): boolean {
  const low = ((words[2 * one] as number) ^ (words[2 * other] as number)) >>> 24;
  return low === 0 && words[2 * one + 1] === words[2 * other + 1];
}

function compareHashes(hashes: Uint8Array, one: number, other: number): number {
  const of = (leaf: number) => hashes.subarray(leaf * nodeBytes, (leaf + 1) * nodeBytes);
  return Buffer.compare(of(one), of(other));
}

/** Moves each 32 bytes to their place, in place, along the cycles of the permutation: to each hole comes what belongs there. */
function permute(hashes: Uint8Array, order: Uint32Array): void {
  const words = new Uint32Array(hashes.buffer, hashes.byteOffset, hashes.length / 4);
  const count = order.length;
  const filled = new Uint8Array(count);
  const kept = new Uint32Array(8);
  for (let start = 0; start < count; start++) {
    if (filled[start]) continue;
    copy(words, start * 8, kept, 0);
    let hole = start;
    for (;;) {
      filled[hole] = 1;
      const source = order[count - 1 - hole] as number;
      if (source === start) break;
      copy(words, source * 8, words, hole * 8);
      hole = source;
    }
    copy(kept, 0, words, hole * 8);
  }
}

function copy(source: Uint32Array, from: number, target: Uint32Array, to: number): void {
  for (let word = 0; word < 8; word++) target[to + word] = source[from + word] as number;
}
