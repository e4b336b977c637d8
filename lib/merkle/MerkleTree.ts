import type { Hex } from "viem";
import { nodeBytes } from "./TreeMemory.ts";

/** A complete tree. Its nodes lie as in OpenZeppelin's library; leaves are named by the order in which they were added. */
export class MerkleTree {
  readonly nodes: Uint8Array;
  readonly places: Uint32Array;

  /** @param nodes 32 bytes each. @param places of the leaves among the leaves' nodes. */
  constructor(nodes: Uint8Array, places: Uint32Array) {
    this.nodes = nodes;
    this.places = places;
  }

  get root(): Hex {
    return this.#node(0);
  }

  /** The siblings on the way from a leaf to the root. */
  proofOf(leaf: number): Hex[] {
    return proofPath(this.nodeOf(leaf)).map((node) => this.#node(node));
  }

  /** The number of a leaf's node. */
  nodeOf(leaf: number): number {
    return this.places.length - 1 + (this.places[leaf] as number);
  }

  #node(index: number): Hex {
    const bytes = this.nodes.subarray(index * nodeBytes, (index + 1) * nodeBytes);
    return `0x${Buffer.from(bytes).toString("hex")}`;
  }
}

/** The nodes that a proof of `node` consists of, in order. */
function proofPath(node: number): number[] {
  const path: number[] = [];
  for (let at = node; at > 0; at = (at - 1) >> 1) path.push(at % 2 === 1 ? at + 1 : at - 1);
  return path;
}
