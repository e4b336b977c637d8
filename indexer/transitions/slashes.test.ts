import { describe, expect, it } from "vitest";
import { operatorSlashed, poolSlashed, poolSlashKey, reportCommitted, slashDistributed } from "./slashes.ts";

const at = { block: 20n, timestamp: 2_000n, tx: "0xaa", logIndex: 5 } as const;
const slashed = {
  slashId: "0x5A",
  operator: "0xCD",
  network: "0xAB",
  taskId: "0x01",
  offence: 0,
  reporter: "0xEE",
  evidenceHash: "0xFF",
  fraction: 10n ** 17n,
} as const;
const distributed = { reporterAmount: 2n, sink: 1, sinkRecipient: "0xBB", sinkAmount: 8n } as const;

describe("a slash", () => {
  it("names the offence, who brought the evidence and what it is", () => {
    expect(operatorSlashed(slashed, at)).toEqual({
      id: "0x5a",
      operator: "0xcd",
      network: "0xab",
      taskId: "0x01",
      offence: "WRONG_RESPONSE",
      reporter: "0xee",
      evidenceHash: "0xff",
      fraction: 10n ** 17n,
      createdLogIndex: 5,
      createdBlock: 20n,
      createdAt: 2_000n,
      createdTx: "0xaa",
    });
    expect(operatorSlashed({ ...slashed, offence: 1 }, at).offence).toBe("EQUIVOCATION");
    expect(() => operatorSlashed({ ...slashed, offence: 2 }, at)).toThrow(RangeError);
  });

  it("takes assets from a pool and no shares from anybody, queued or not", () => {
    const loss = {
      fraction: 10n ** 17n,
      activeSlashed: 7n,
      queuedSlashed: 3n,
      assetsPerShareBefore: 10n ** 18n,
      assetsPerShareAfter: 9n * 10n ** 17n,
    };
    const rows = poolSlashed({ ...loss, totalAssets: 90n, totalShares: 100n });
    expect(rows).toEqual({
      pool: { totalAssets: 90n, totalShares: 100n },
      poolSlash: { ...loss, totalAssetsAfter: 90n, totalShares: 100n },
    });
    expect(poolSlashKey({ slashId: "0x5A", asset: "0xEF" })).toEqual({ slashId: "0x5a", asset: "0xef" });
  });

  it("says who got what it took, and when", () => {
    expect(slashDistributed(distributed, at)).toEqual({
      reporterAmount: 2n,
      sink: "REWARD_POT",
      sinkRecipient: "0xbb",
      sinkAmount: 8n,
      distributedBlock: at.block,
      distributedAt: 2_000n,
      distributedTx: "0xaa",
    });
    expect(() => slashDistributed({ ...distributed, sink: 3 }, at)).toThrow(RangeError);
  });

  it("can be announced before it is shown", () => {
    expect(reportCommitted({ commitment: "0xC0" }, at)).toMatchObject({
      commitment: "0xc0",
      createdAt: 2_000n,
    });
  });
});
