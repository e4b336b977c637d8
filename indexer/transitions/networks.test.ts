import { describe, expect, it } from "vitest";
import { networkRegistered, networkStatus, parametersSet } from "./networks.ts";

const at = { block: 20n, timestamp: 2_000n, tx: "0xaa", logIndex: 5 } as const;

describe("a network", () => {
  it("begins as pending, without weight and operators", () => {
    const row = networkRegistered({ network: "0xAB", owner: "0xCD", metadataURI: "ipfs://Qm" }, at);
    expect(row).toMatchObject({
      address: "0xab",
      owner: "0xcd",
      metadataUri: "ipfs://Qm",
      status: "PENDING",
      totalWeight: 0n,
      operators: [],
    });
  });

  it("has the statuses of the contract, in its order", () => {
    expect([1, 2, 3].map(networkStatus)).toEqual(["PENDING", "WHITELISTED", "SUSPENDED"]);
    expect(() => networkStatus(4)).toThrow(RangeError);
  });

  it("keeps every parameter under the epoch from which it holds", () => {
    const parameters = {
      minimumWeight: 1n,
      quorumBps: 6_000,
      responseWindow: 60n,
      challengeWindow: 30n,
      performanceBps: 5_000,
      feeToken: "0xFE",
      baseFee: 2n,
      feePerByte: 3n,
    } as const;
    expect(parametersSet({ network: "0xAB", parameters, effectiveEpoch: 4n }, at)).toEqual({
      ...parameters,
      network: "0xab",
      feeToken: "0xfe",
      effectiveEpoch: 4n,
      createdBlock: 20n,
      createdAt: 2_000n,
      createdTx: "0xaa",
    });
  });
});
