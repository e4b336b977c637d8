import type { Address, Hex } from "viem";
import { buildTree } from "./buildTree.ts";
import type { RewardLeaf } from "./TreeMemory.ts";

export type { RewardLeaf };

/** The root of an epoch in which nobody has earned anything yet. Nothing can be claimed against it. */
export const emptyRoot: Hex = `0x${"00".repeat(32)}`;

export type RewardTree = {
  readonly root: Hex;
  /** The Merkle proof of an earner's leaf; undefined when it has none. */
  proofOf(earner: Address, token: Address): readonly Hex[] | undefined;
};

/**
 * OpenZeppelin's standard Merkle tree over `[address earner, address token, uint256 cumulative]`, as
 * `RewardsCoordinator.claim` verifies it. The order of the leaves does not matter. Addresses in any case.
 */
export function buildRewardTree(leaves: readonly RewardLeaf[]): RewardTree {
  if (leaves.length === 0) return { root: emptyRoot, proofOf: () => undefined };
  const tree = buildTree(leaves);
  const index = new Map(leaves.map(({ earner, token }, position) => [leafKey(earner, token), position]));
  return {
    root: tree.root,
    proofOf(earner, token) {
      const position = index.get(leafKey(earner, token));
      return position === undefined ? undefined : tree.proofOf(position);
    },
  };
}

const leafKey = (earner: Address, token: Address) => `${earner}:${token}`.toLowerCase();
