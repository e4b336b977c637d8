import { StandardMerkleTree } from "@openzeppelin/merkle-tree";
import fc from "fast-check";
import { type Address, type Hex, keccak256, toHex } from "viem";
import { describe, expect, it } from "vitest";
import { buildTree, buildTreeInThreads } from "./buildTree.ts";
import { createMemory, openKeccak, reservedBytes } from "./keccak/openKeccak.ts";
import { placeLeaves } from "./placeLeaves.ts";
import type { RewardLeaf } from "./TreeMemory.ts";

const types = ["address", "address", "uint256"];
const reference = (leaves: readonly RewardLeaf[]) =>
  StandardMerkleTree.of(
    leaves.map(({ earner, token, cumulative }) => [earner, token, cumulative.toString()]),
    types,
  );

const address = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => toHex(bytes) as Address);
const amount = fc.oneof(fc.bigInt(0n, 2n ** 256n - 1n), fc.bigInt(1n, 1_000n));
const randomLeaf = fc.record({ earner: address, token: address, cumulative: amount });
const someLeaves = (count: number): RewardLeaf[] =>
  Array.from({ length: count }, (_, index) => ({
    earner: `0x${keccak256(toHex(index)).slice(-40)}`,
    token: `0x${"7".repeat(40)}`,
    cumulative: 10n ** BigInt(index % 40),
  }));

describe("buildTree", () => {
  it("has the root and every proof of OpenZeppelin's library, bit for bit", () => {
    fc.assert(
      fc.property(fc.array(randomLeaf, { minLength: 1, maxLength: 40 }), (leaves) => {
        const [ours, theirs] = [buildTree(leaves), reference(leaves)];
        expect(ours.root).toBe(theirs.root);
        for (const [index, { earner, token, cumulative }] of leaves.entries()) {
          const proof = ours.proofOf(index);
          const value = [earner, token, cumulative.toString()];
          expect(StandardMerkleTree.verify(theirs.root, types, value, proof)).toBe(true);
          expect(proof.length).toBe(theirs.getProof(index).length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([1, 2, 3, 255, 256, 257, 1_000])("does so for %i leaves", (count) => {
    const leaves = someLeaves(count);
    const [ours, theirs] = [buildTree(leaves), reference(leaves)];
    expect(ours.root).toBe(theirs.root);
    for (const index of new Set([0, count >> 1, count - 1]))
      expect(ours.proofOf(index)).toEqual(theirs.getProof(index));
  });
});

describe("buildTreeInThreads", () => {
  it.each([1, 2_047, 2_048, 5_000, 70_001])("gives the same tree of %i leaves", async (count) => {
    const leaves = someLeaves(count);
    const [threaded, plain] = [
      await buildTreeInThreads([leaves.slice(0, 3_000), leaves.slice(3_000)], count, 2),
      buildTree(leaves),
    ];
    expect(Buffer.compare(threaded.nodes, plain.nodes)).toBe(0);
    expect(threaded.places).toEqual(plain.places);
  });

  it("refuses another number of leaves than was announced", async () => {
    await expect(buildTreeInThreads([someLeaves(3)], 2, 1)).rejects.toThrow("More than 2 leaves came.");
    await expect(buildTreeInThreads([someLeaves(3)], 4, 1)).rejects.toThrow("3 leaves came instead of 4.");
  });
});

describe("placeLeaves", () => {
  it("orders hashes that begin alike by the rest of them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)), { minLength: 1, maxLength: 30 }),
        (parts) => {
          const hashes = new Uint8Array(parts.length * 32);
          for (const [index, [first, fifth, end]] of parts.entries()) {
            hashes[index * 32] = first;
            hashes[index * 32 + 4] = fifth;
            hashes[index * 32 + 31] = end;
          }
          const before = parts.map((_, index) => toHex(hashes.slice(index * 32, index * 32 + 32)));
          const places = placeLeaves(hashes);
          const after = parts.map((_, index) => toHex(hashes.slice(index * 32, index * 32 + 32)));
          expect(after).toEqual([...before].sort().reverse());
          for (const [index, hash] of before.entries()) expect(after[places[index] ?? -1]).toBe(hash);
        },
      ),
    );
  });
});

describe("the hashing kernel", () => {
  it("agrees with keccak256 on leaves and pairs, in every place of a batch", () => {
    const count = 600;
    const memory = createMemory(count * 200);
    const bytes = new Uint8Array(memory.buffer);
    const input = reservedBytes;
    const output = reservedBytes + count * 96;
    for (let index = 0; index < count * 96; index++) bytes[input + index] = (index * 2_654_435_761) >>> 13;
    const part = (at: number, length: number) => bytes.slice(at, at + length);
    const hash = openKeccak(memory);
    hash({ kind: "leaves", input, output, count });
    for (let index = 0; index < count; index++) {
      const expected = keccak256(keccak256(part(input + index * 96, 96)));
      expect(toHex(part(output + index * 32, 32))).toBe(expected);
    }
    hash({ kind: "pairs", input, output, count });
    for (let index = 0; index < count; index++) {
      const [one, other] = [0, 32].map((at) => toHex(part(input + index * 64 + at, 32))).sort() as [Hex, Hex];
      expect(toHex(part(output + index * 32, 32))).toBe(keccak256(`${one}${other.slice(2)}`));
    }
  });
});
