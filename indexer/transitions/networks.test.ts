import { describe, expect, it } from "vitest";
import { networkRegistered, networkStatus, parametersSet, slashSink } from "./networks.ts";

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

  it("has the sinks of the contract, in its order", () => {
    expect([0, 1, 2].map(slashSink)).toEqual(["BURN", "REWARD_POT", "RECIPIENT"]);
    expect(() => slashSink(3)).toThrow(RangeError);
  });

  it("keeps every parameter under the epoch from which it holds", () => {
    const parameters = {
      minimumWeight: 1n,
      minimumOperators: 2,
      quorumBps: 6_000,
      responseWindow: 60n,
      challengeWindow: 30n,
      performanceBps: 5_000,
      feeToken: "0xFE",
      baseFee: 2n,
      feePerByte: 3n,
      resolutionWindow: 20n,
      bondToken: "0xB0",
      bond: 4n,
      wrongResponseSlashBps: 1_000,
      equivocationSlashBps: 2_000,
      challengerShareBps: 300,
      reporterShareBps: 400,
      slashSink: 2,
      slashRecipient: "0xEC",
    } as const;
    expect(parametersSet({ network: "0xAB", parameters, effectiveEpoch: 4n }, at)).toEqual({
      ...parameters,
      network: "0xab",
      feeToken: "0xfe",
      bondToken: "0xb0",
      slashSink: "RECIPIENT",
      slashRecipient: "0xec",
      effectiveEpoch: 4n,
      createdBlock: 20n,
      createdAt: 2_000n,
      createdTx: "0xaa",
    });
  });
});
