import { StandardMerkleTree } from "@openzeppelin/merkle-tree";
import { type Address, encodeAbiParameters, type Hex, keccak256 } from "viem";
import { describe, expect, it } from "vitest";
import { buildRewardTree, emptyRoot } from "./rewardTree.ts";

const address = (number: number): Address => `0x${number.toString(16).padStart(40, "0")}`;
const leaves = Array.from({ length: 7 }, (_, index) => ({
  earner: address(index + 1),
  token: address(100),
  cumulative: BigInt(index) * 10n ** 18n + 1n,
}));

describe("buildRewardTree", () => {
  it("gives the same root whatever the order of the leaves", () => {
    expect(buildRewardTree([...leaves].reverse()).root).toBe(buildRewardTree(leaves).root);
  });

  it("proves each leaf as the contract hashes it, and no other amount", () => {
    const tree = buildRewardTree(leaves);
    for (const { earner, token, cumulative } of leaves) {
      const proof = [...(tree.proofOf(earner, token) ?? [])];
      const types = ["address", "address", "uint256"];
      expect(StandardMerkleTree.verify(tree.root, types, [earner, token, cumulative.toString()], proof)).toBe(
        true,
      );
      expect(StandardMerkleTree.verify(tree.root, types, [earner, token, "1000"], proof)).toBe(false);
    }
    expect(tree.proofOf(address(99), address(100))).toBeUndefined();
  });

  it("makes a single leaf its own root: keccak256 of keccak256 of the encoded leaf", () => {
    const [leaf] = leaves as [(typeof leaves)[number]];
    const inner: Hex = keccak256(
      encodeAbiParameters(
        [{ type: "address" }, { type: "address" }, { type: "uint256" }],
        [leaf.earner, leaf.token, leaf.cumulative],
      ),
    );
    expect(buildRewardTree([leaf])).toMatchObject({ root: keccak256(inner) });
  });

  it("has a zero root without leaves", () => {
    expect(buildRewardTree([]).root).toBe(emptyRoot);
  });
});
