import fc from "fast-check";
import type { Address } from "viem";
import { describe, expect, it } from "vitest";
import { explainReward } from "../../lib/rewards/explainReward.ts";
import type { ZeroReason } from "../../lib/rewards/explanation.ts";
import { sumOf } from "./arithmetic.ts";
import { calculateEpoch } from "./calculateEpoch.ts";
import { randomEpoch } from "./testing/randomEpoch.ts";
import { rewardFacts } from "./testing/rewardFacts.ts";
import { names, workedExample } from "./testing/workedExample.ts";
import type { EpochInput } from "./types.ts";

const { network, token, operatorA, operatorB, delegator1, delegator2 } = names;

function explain(input: EpochInput, earner: Address, inNetwork = network) {
  return explainReward(rewardFacts(input, calculateEpoch(input), inNetwork, earner));
}

/** A calculation as it is printed, worked out by JavaScript itself. */
function workedOut(calculation: string): bigint {
  const exact = calculation.replaceAll("floor", "").replaceAll(/\d+/g, "$&n");
  return new Function(`return ${exact}`)() as bigint;
}

describe("explainReward", () => {
  it("shows every number of the worked example", () => {
    const [explained] = explain(workedExample, delegator1).tokens;
    expect(explained).toMatchObject({ token, amount: 672n, reason: null });
    expect(explained?.summary).toBe("Earned 672 for delegated stake.");
    const ofA = explained?.steps.filter(({ operator }) => operator === operatorA);
    expect(ofA?.map(({ section, calculation, value }) => [section, calculation, value])).toEqual([
      [3, "300 * 100", 30000n],
      [3, "floor(30000 * ((10000 - 5000) * 2 + 5000 * 1) / (10000 * 2))", 22500n],
      [4, "floor(1000 * 22500 / 27500)", 818n],
      [4, "floor(818 * 1000 / 10000)", 81n],
      [4, "818 - 81", 737n],
      [5, "floor(737 * 30000 / 30000)", 737n],
      [5, "200 * 100", 20000n],
      [5, "floor(737 * 20000 / 30000)", 491n],
    ]);
    // 737 * 20000 / 30000 = 491 1/3.
    expect(ofA?.at(-1)?.rounding).toEqual({ remainder: 10000n, divisor: 30000n });
    expect(explain(workedExample, operatorA).tokens).toMatchObject([
      { amount: 81n, summary: "Earned 81 as the operator's commission." },
    ]);
  });

  const without = <Row extends { operator: Address }>(rows: readonly Row[], operator: Address) =>
    rows.filter((row) => row.operator !== operator);
  const onlyA = { ...workedExample, weights: without(workedExample.weights, operatorB) };
  const zeros: readonly (readonly [ZeroReason, EpochInput, Address])[] = [
    ["NO_POT", { ...workedExample, schedules: [] }, delegator1],
    ["NO_STAKE", workedExample, names.asset],
    ["NO_WEIGHT", { ...workedExample, weights: without(workedExample.weights, operatorA) }, delegator2],
    ["OPERATOR_SLASHED", { ...workedExample, slashed: [{ network, operator: operatorA }] }, delegator2],
    ["OPERATOR_SLASHED", { ...workedExample, slashed: [{ network, operator: operatorA }] }, operatorA],
    [
      "MISSED_TASKS",
      {
        ...workedExample,
        performance: [{ network, performanceBps: 10_000 }],
        participations: [{ network, operator: operatorA, assigned: 3n, signed: 0n }],
      },
      delegator2,
    ],
    ["NO_COMMISSION", { ...workedExample, commissions: onlyCommission(0) }, operatorA],
    ["FULL_COMMISSION", { ...workedExample, commissions: onlyCommission(10_000) }, delegator2],
    [
      "DUST",
      { ...onlyA, schedules: onlyA.schedules.map((row) => ({ ...row, amountPerEpoch: 1n })) },
      delegator2,
    ],
  ];
  it.each(zeros)("says %s where that is why there is nothing", (reason, input, earner) => {
    const explained = explain(input, earner);
    expect(explained.reason).toBe(reason);
    for (const { amount, summary } of explained.tokens) {
      expect(amount).toBe(0n);
      expect(summary).toMatch(/^Nothing: .+\.$/);
    }
  });

  it("says WITHDRAWN when the earner had left before the epoch", () => {
    const facts = rewardFacts(workedExample, calculateEpoch(workedExample), network, names.asset);
    expect(explainReward({ ...facts, left: [operatorA] }).reason).toBe("WITHDRAWN");
  });

  it("adds up to what was calculated, and each printed calculation to its value, whatever happened", () => {
    fc.assert(
      fc.property(randomEpoch, (input) => {
        const result = calculateEpoch(input);
        const earners = new Set([
          ...input.shares.map((step) => step.delegator),
          ...result.operators.map(({ operator }) => operator),
        ]);
        for (const { network: one } of input.performance) {
          for (const earner of earners) {
            const explained = explainReward(rewardFacts(input, result, one, earner));
            for (const { token: paidIn, amount, reason, steps } of explained.tokens) {
              const of = (row: { network: Address; token: Address }) =>
                row.network === one && row.token === paidIn;
              const commissions = result.operators.filter((row) => of(row) && row.operator === earner);
              const delegated = result.delegators.filter((row) => of(row) && row.delegator === earner);
              const earned =
                sumOf(commissions, (row) => row.commission) + sumOf(delegated, (row) => row.amount);
              expect(amount).toBe(earned);
              expect(reason === null).toBe(earned > 0n);
              for (const { calculation, value, rounding } of steps) {
                expect(workedOut(calculation), calculation).toBe(value);
                if (rounding)
                  expect(rounding.remainder >= 0n && rounding.remainder < rounding.divisor).toBe(true);
              }
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

function onlyCommission(commissionBps: number) {
  return [operatorA, operatorB].map((operator) => ({ operator, commissionBps }));
}
