import type { Address } from "viem";
import { createMemory, type HashRange, reservedBytes } from "./keccak/openKeccak.ts";

export type RewardLeaf = { readonly earner: Address; readonly token: Address; readonly cumulative: bigint };

export const nodeBytes = 32;
/** `abi.encode(address, address, uint256)`. */
const leafBytes = 96;

/**
 * The nodes of a tree and a ring of blocks of encoded leaves, in one memory. Nodes lie as in OpenZeppelin's library: the
 * root first, the children of node i at 2i + 1 and 2i + 2, the leaves last.
 */
export class TreeMemory {
  readonly count: number;
  readonly ring: number;
  readonly memory: WebAssembly.Memory;
  readonly nodes: Uint8Array;
  readonly #encoded: DataView;
  readonly #encodedBytes: Buffer;
  readonly #nodesAt: number;
  /** Of the leaf before: most have the same. */
  #token = "";
  readonly #tokenBytes = Buffer.alloc(20);

  /** @param count of leaves, at least 1. @param ring leaves that can wait to be hashed. */
  constructor(count: number, ring: number) {
    this.count = count;
    this.ring = ring;
    const encodedBytes = ring * leafBytes;
    this.memory = createMemory(encodedBytes + (2 * count - 1) * nodeBytes);
    this.#nodesAt = reservedBytes + encodedBytes;
    this.nodes = new Uint8Array(this.memory.buffer, this.#nodesAt, (2 * count - 1) * nodeBytes);
    this.#encoded = new DataView(this.memory.buffer, reservedBytes, encodedBytes);
    this.#encodedBytes = Buffer.from(this.memory.buffer, reservedBytes, encodedBytes);
  }

  /** Writes the leaf that is the `index`th to be added, in its place in the ring. */
  encode(index: number, { earner, token, cumulative }: RewardLeaf): void {
    const at = (index % this.ring) * leafBytes;
    // The twelve bytes before an address are zero and stay so.
    this.#encodedBytes.write(earner.slice(2), at + 12, "hex");
    if (token !== this.#token) {
      this.#token = token;
      this.#tokenBytes.write(token.slice(2), "hex");
    }
    this.#encodedBytes.set(this.#tokenBytes, at + 44);
    const high = cumulative >> 128n;
    this.#encoded.setBigUint64(at + 64, high >> 64n);
    this.#encoded.setBigUint64(at + 72, high & wordMask);
    this.#encoded.setBigUint64(at + 80, (cumulative >> 64n) & wordMask);
    this.#encoded.setBigUint64(at + 88, cumulative & wordMask);
  }

  /** Hashes leaves `from` to `from + count`, which lie side by side in the ring, into the places of the leaves. */
  leaves(from: number, count: number): HashRange {
    const input = reservedBytes + (from % this.ring) * leafBytes;
    return { kind: "leaves", input, output: this.#addressOf(this.count - 1 + from), count };
  }

  /** Hashes the children of nodes `from` to `from + count`. */
  pairs(from: number, count: number): HashRange {
    return { kind: "pairs", input: this.#addressOf(2 * from + 1), output: this.#addressOf(from), count };
  }

  #addressOf(node: number): number {
    return this.#nodesAt + node * nodeBytes;
  }
}

const wordMask = (1n << 64n) - 1n;

/** The inner nodes of a tree of `count` leaves, a level after another, each only after the one below: `[from, count]`. */
export function levelsUpwards(count: number): (readonly [from: number, count: number])[] {
  const inner = count - 1;
  const levels: (readonly [number, number])[] = [];
  for (let from = 0; from < inner; from = 2 * from + 1)
    levels.unshift([from, Math.min(from + 1, inner - from)]);
  return levels;
}
