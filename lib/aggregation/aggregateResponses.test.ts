import { type Address, type Hex, keccak256 } from "viem";
import { describe, expect, it } from "vitest";
import { loadBlst } from "../bls/backend/blst.ts";
import { nobleBackend } from "../bls/backend/noble.ts";
import { compressG2, encodeG1, encodeG2 } from "../bls/points.ts";
import { aggregateSignatures, hashToG2, publicKeyOf, signHashed } from "../bls/signatures.ts";
import {
  type AssignedOperator,
  aggregateResponses as aggregateOn,
  reaches,
  type StoredResponse,
} from "./aggregateResponses.ts";

const secrets = [1, 2, 3, 4].map((byte) => new Uint8Array(32).fill(byte));
// Not in the order of their addresses.
const addresses = ["d", "a", "c", "b"].map((digit) => `0x${digit.repeat(40)}` as Address);
const secret = (index: number) => secrets[index] ?? new Uint8Array();
const address = (index: number) => addresses[index] ?? "0x";
const assigned: AssignedOperator[] = addresses
  .map((operator, index) => ({ operator, weight: 100n, bls_key: encodeG1(publicKeyOf(secret(index))) }))
  .sort((one, other) => (one.operator < other.operator ? -1 : 1));

const digestOf = (response: Hex) => keccak256(`0x00${response.slice(2)}`);
const signed = (index: number, response: Hex, by = index): StoredResponse => ({
  operator: address(index),
  response,
  response_hash: keccak256(response),
  signature: compressG2(signHashed(hashToG2(digestOf(response)), secret(by))),
});
const quorum = { quorumBps: 5_000, totalWeight: 400n };

const native = loadBlst();
const backends = native === undefined ? [nobleBackend] : [nobleBackend, native];

describe.each(backends)("aggregateResponses on $name", (backend) => {
  const aggregateResponses = (...[quorum, assigned, responses, digest]: Parameters<typeof aggregateOn>) =>
    aggregateOn(quorum, assigned, responses, digest, backend);

  it("sums the signatures and names those who did not sign, ascending by address", async () => {
    const responses = [signed(2, "0xaa"), signed(3, "0xaa")];
    const { aggregate, badSigners } = await aggregateResponses(quorum, assigned, responses, digestOf);
    const sum = aggregateSignatures(
      [2, 3].map((index) => signHashed(hashToG2(digestOf("0xaa")), secret(index))),
    );
    expect(aggregate).toEqual({
      response: "0xaa",
      nonSigners: [address(1), address(0)],
      signature: encodeG2(sum),
      signedWeight: 200n,
    });
    expect(badSigners).toEqual([]);
  });

  it("leaves out bad signatures wherever they stand, and names their operators", async () => {
    for (const bad of [0, 1, 2, 3]) {
      const responses = [0, 1, 2, 3].map((index) =>
        signed(index, "0xaa", index === bad ? (bad + 1) % 4 : index),
      );
      const { aggregate, badSigners } = await aggregateResponses(quorum, assigned, responses, digestOf);
      expect(badSigners).toEqual([address(bad)]);
      expect(aggregate?.nonSigners).toEqual([address(bad)]);
    }
  });

  it("makes none when bad signatures alone would make the quorum", async () => {
    const responses = [
      signed(0, "0xaa"),
      { ...signed(1, "0xaa"), signature: `0xc0${"00".repeat(95)}` as Hex },
    ];
    const outcome = await aggregateResponses(quorum, assigned, responses, digestOf);
    expect(outcome).toEqual({ aggregate: undefined, badSigners: [address(1)] });
  });

  it("does not count operators that were not assigned", async () => {
    const few = assigned.filter((row) => row.operator !== address(0));
    const responses = [signed(0, "0xaa"), signed(1, "0xaa")];
    const half = { quorumBps: 5_000, totalWeight: 300n };
    expect((await aggregateResponses(half, few, responses, digestOf)).aggregate).toBeUndefined();
  });

  it("takes the heavier of two responses, and the other when the heavier one's signatures do not hold", async () => {
    const light = [signed(0, "0xbb"), signed(1, "0xbb")];
    const heavy = [signed(1, "0xaa"), signed(2, "0xaa"), signed(3, "0xaa")];
    const forged = heavy.map((row) => ({ ...row, signature: signed(0, "0xcc").signature }));
    const responseOf = async (rows: StoredResponse[]) =>
      (await aggregateResponses(quorum, assigned, rows, digestOf)).aggregate?.response;
    expect(await responseOf([...light, ...heavy])).toBe("0xaa");
    expect(await responseOf([...light, ...forged])).toBe("0xbb");
  });
});

describe("reaches", () => {
  it("rounds the required weight up, as the contract does", () => {
    expect(reaches({ quorumBps: 6_667, totalWeight: 100n }, 66n)).toBe(false);
    expect(reaches({ quorumBps: 6_667, totalWeight: 100n }, 67n)).toBe(true);
    expect(reaches({ quorumBps: 10_000, totalWeight: 3n }, 2n)).toBe(false);
    expect(reaches({ quorumBps: 1, totalWeight: 1n }, 0n)).toBe(false);
  });
});
