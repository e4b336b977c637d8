import { type Hex, hexToBytes, keccak256 } from "viem";
import type { LogFilter } from "../logFilter.ts";

const bloomBytes = 256;

type Emitted = { readonly address: Hex; readonly topics: readonly Hex[] };

/** The bloom of a block with these logs, as its header holds it (yellow paper, section 4.3.1). */
export function bloomOf(logs: readonly Emitted[]): Hex {
  const bloom = new Uint8Array(bloomBytes);
  for (const item of new Set(logs.flatMap(({ address, topics }) => [address, ...topics]))) {
    for (const { byte, mask } of bitsOf(item)) bloom[byte] = (bloom[byte] ?? 0) | mask;
  }
  return `0x${Buffer.from(bloom).toString("hex")}`;
}

/** Whether a block of this bloom may hold a log that the filter takes; false is certain. */
export function mayHold(bloom: Hex, { addresses, topics }: LogFilter): boolean {
  const bytes = hexToBytes(bloom);
  const holds = (item: Hex) => bitsOf(item).every(({ byte, mask }) => ((bytes[byte] ?? 0) & mask) !== 0);
  const sets = [addresses, ...topics].filter((set) => set !== null);
  return sets.every((set) => set.some(holds));
}

/** Each item sets three bits: the lower 11 bits of the first three pairs of bytes of its hash, counted from the end. */
function bitsOf(item: Hex): { byte: number; mask: number }[] {
  const hash = hexToBytes(keccak256(item));
  return [0, 2, 4].map((at) => {
    const bit = (((hash[at] ?? 0) << 8) | (hash[at + 1] ?? 0)) & 0x7ff;
    return { byte: bloomBytes - 1 - (bit >> 3), mask: 1 << (bit & 7) };
  });
}
