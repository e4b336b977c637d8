import { describe, expect, it } from "vitest";
import { pauseSet } from "./pauses.ts";

const at = { block: 20n, timestamp: 2_000n, tx: "0xaa", logIndex: 5 } as const;
const set = { group: 4, paused: true, account: "0xEE" } as const;

describe("a pause", () => {
  it("says who set which group, and when", () => {
    expect(pauseSet(set, at)).toEqual({
      group: "SLASHING",
      paused: true,
      account: "0xee",
      createdBlock: 20n,
      createdAt: 2_000n,
      createdTx: "0xaa",
    });
  });

  it("has the groups of the contract, in its order", () => {
    const names = [0, 1, 2, 3, 4, 5].map((group) => pauseSet({ ...set, group }, at).group);
    expect(names).toEqual(["REGISTRATION", "DEPOSITS", "WITHDRAWALS", "TASKS", "SLASHING", "CLAIMS"]);
    expect(() => pauseSet({ ...set, group: 6 }, at)).toThrow(RangeError);
  });
});
