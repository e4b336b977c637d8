import { describe, expect, it } from "vitest";
import { activityOf, added, cameIn, everything, ofNetwork, rewardsOf, stakeOf } from "./hours.ts";

const at = { block: 7n, timestamp: 7_322n, tx: "0x", logIndex: 1 } as const;

describe("an hour", () => {
  it("begins at its first second, with what happened and nothing else", () => {
    const row = activityOf(ofNetwork("0xAB"), { tasksCreated: 1n }, at);
    expect(row).toMatchObject({ scope: "NETWORK", subject: "0xab", start: 7_200n, tasksCreated: 1n });
    expect(row).toMatchObject({ assigned: 0n, signed: 0n, slashes: 0n, weight: null });
    const onTheHour = { ...at, timestamp: 7_200n };
    expect(activityOf(everything, {}, onTheHour).start).toBe(7_200n);
    expect(activityOf(everything, {}, { ...at, timestamp: 7_199n }).start).toBe(3_600n);
  });

  it("adds what happens, and of what stands at its end keeps the newest", () => {
    const row = stakeOf(everything, "0xA5", { deposited: 5n, staked: 15n }, at);
    expect(row).toMatchObject({ asset: "0xa5", withdrawn: 0n, slashed: 0n });
    expect(added(row, { deposited: 2n, staked: 17n }, "staked")).toEqual({ deposited: 7n, staked: 17n });
    expect(added(row, { withdrawn: 3n, staked: 12n }, "staked")).toEqual({ withdrawn: 3n, staked: 12n });
  });

  it("has a column for every source of rewards", () => {
    expect(cameIn({ source: "FORFEITED_BOND", amount: 3n })).toEqual({ forfeitedBonds: 3n });
    expect(rewardsOf(everything, "0x70", cameIn({ source: "FEE", amount: 4n }), at)).toMatchObject({
      fees: 4n,
    });
    expect(cameIn({ source: "SLASHED_STAKE", amount: 1n })).toEqual({ slashedStake: 1n });
    expect(() => cameIn({ source: "GIFT", amount: 1n })).toThrow("no column for what came in as GIFT");
  });
});
