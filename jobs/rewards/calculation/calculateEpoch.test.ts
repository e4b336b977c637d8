import type { Address } from "viem";
import { describe, expect, it } from "vitest";
import { calculateEpoch } from "./calculateEpoch.ts";
import type { EpochInput } from "./types.ts";

const address = (name: string): Address => `0x${Buffer.from(name.padEnd(20, "_")).toString("hex")}`;
const [network, token, asset] = [address("network"), address("token"), address("asset")];
const [A, B, d1, d2] = [address("A"), address("B"), address("d1"), address("d2")];
const at = (timestamp: bigint) => ({ block: timestamp, logIndex: 0, timestamp });

/** Section 8 of the rules: one network, one token, one asset, p = 5000, epoch of 100 s, pot 1000. */
const example: EpochInput = {
  epoch: 1n,
  start: 100n,
  end: 200n,
  schedules: [{ network, token, amountPerEpoch: 1000n }],
  accruals: [],
  carries: [],
  weights: [
    { ...at(50n), network, operator: A, asset, weight: 300n },
    { ...at(150n), network, operator: B, asset, weight: 100n },
  ],
  shares: [
    { ...at(50n), delegator: d1, operator: A, asset, shares: 200n },
    { ...at(50n), delegator: d2, operator: A, asset, shares: 100n },
    { ...at(150n), delegator: d1, operator: B, asset, shares: 100n },
  ],
  participation: [
    { network, operator: A, assigned: 2n, signed: 1n },
    { network, operator: B, assigned: 2n, signed: 2n },
  ],
  slashed: [],
  performance: [{ network, performanceBps: 5000 }],
  commissions: [{ operator: A, commissionBps: 1000 }],
  cumulative: [],
};

describe("calculateEpoch", () => {
  it("gets the worked example of the rules, number by number", () => {
    const result = calculateEpoch(example);
    expect(result.operators).toMatchObject([
      { operator: A, weightSeconds: 30000n, score: 22500n, gross: 818n, commission: 81n, shared: 737n },
      { operator: B, weightSeconds: 5000n, score: 5000n, gross: 181n, commission: 0n, shared: 181n },
    ]);
    expect(result.delegators.map(({ operator, delegator, amount }) => [operator, delegator, amount])).toEqual(
      [
        [A, d1, 491n],
        [A, d2, 245n],
        [B, d1, 181n],
      ],
    );
    expect(result.pots).toMatchObject([{ pot: 1000n, paid: 998n, carryOut: 2n }]);
    expect(result.leaves).toEqual([
      { earner: A, token, cumulative: 81n },
      { earner: d1, token, cumulative: 672n },
      { earner: d2, token, cumulative: 245n },
    ]);
  });

  it("pays a slashed operator and its delegators nothing, and the others all of the pot", () => {
    const result = calculateEpoch({ ...example, slashed: [{ network, operator: A }] });
    expect(result.leaves).toEqual([{ earner: d1, token, cumulative: 1000n }]);
  });

  it("carries the whole pot when nobody scores", () => {
    const result = calculateEpoch({ ...example, weights: [] });
    expect(result.pots).toMatchObject([{ paid: 0n, carryOut: 1000n }]);
    expect(result.leaves).toEqual([]);
  });

  it("carries an operator's part when its pool has no active shares", () => {
    const result = calculateEpoch({ ...example, shares: [], commissions: [] });
    expect(result.pots).toMatchObject([{ paid: 0n, carryOut: 1000n }]);
  });

  it("adds fees, forfeited amounts and the last carry to the pot, and earlier totals to the leaves", () => {
    const result = calculateEpoch({
      ...example,
      accruals: [
        { network, token, amount: 5n, source: "FEE" },
        { network, token, amount: 7n, source: "FORFEITED_BOND" },
        { network, token, amount: 11n, source: "SLASHED_STAKE" },
      ],
      carries: [{ network, token, amount: 2n }],
      cumulative: [{ earner: d2, token, cumulative: 1_000_000n }],
    });
    expect(result.pots).toMatchObject([
      { scheduled: 1000n, fees: 5n, forfeited: 18n, carryIn: 2n, pot: 1025n },
    ]);
    expect(result.leaves.find(({ earner }) => earner === d2)?.cumulative).toBeGreaterThan(1_000_245n);
  });

  it("counts a task-less operator by its weight alone", () => {
    const result = calculateEpoch({ ...example, participation: [] });
    expect(result.operators.map(({ score }) => score)).toEqual([30000n, 5000n]);
  });

  it("lets the last of several steps in one block hold", () => {
    const steps = [
      { block: 10n, logIndex: 2, timestamp: 50n, network, operator: A, asset, weight: 300n },
      { block: 10n, logIndex: 1, timestamp: 50n, network, operator: A, asset, weight: 999n },
    ];
    const result = calculateEpoch({ ...example, weights: steps });
    expect(result.operators[0]?.weightSeconds).toBe(30000n);
  });
});
