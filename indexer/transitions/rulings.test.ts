import { describe, expect, it } from "vitest";
import { ruled } from "./rulings.ts";

const at = { block: 20n, timestamp: 2_000n, tx: "0xaa", logIndex: 5 } as const;
const ruling = { taskId: "0x01", responseHash: "0xA1", verdict: 2, reason: "off by one" } as const;

describe("a ruling", () => {
  it("is the word of the network whose contract emitted it", () => {
    expect(ruled(ruling, "0xAB", at)).toEqual({
      network: "0xab",
      taskId: "0x01",
      responseHash: "0xa1",
      verdict: "WRONG",
      reason: "off by one",
      createdBlock: 20n,
      createdAt: 2_000n,
      createdTx: "0xaa",
    });
    expect(ruled({ ...ruling, verdict: 1 }, "0xAB", at)?.verdict).toBe("RIGHT");
  });

  it("is passed over when it is none, since any contract may say anything", () => {
    const verdicts = [0, 3, 255, 2 ** 40];
    expect(verdicts.map((verdict) => ruled({ ...ruling, verdict }, "0xAB", at))).toEqual(
      verdicts.map(() => null),
    );
  });
});
