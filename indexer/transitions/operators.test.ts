import { describe, expect, it } from "vitest";
import { commissionScheduled, registered } from "./operators.ts";

const at = { block: 20n, timestamp: 2_000n, tx: "0xaa", logIndex: 5 } as const;

describe("an operator", () => {
  it("has its first commission from the first epoch on", () => {
    const rows = registered(
      { operator: "0xAB", payout: "0xCD", blsKey: "0x00FF", commissionBps: 500, metadataURI: "u" },
      at,
    );
    expect(rows.operator).toMatchObject({
      address: "0xab",
      payout: "0xcd",
      blsKey: "0x00ff",
      metadataUri: "u",
    });
    expect(rows.commission).toMatchObject({ operator: "0xab", effectiveEpoch: 0n, commissionBps: 500 });
  });

  it("has a later commission from the epoch that was announced", () => {
    expect(commissionScheduled({ operator: "0xAB", newBps: 700, effectiveEpoch: 5n }, at)).toMatchObject({
      operator: "0xab",
      effectiveEpoch: 5n,
      commissionBps: 700,
    });
  });
});
