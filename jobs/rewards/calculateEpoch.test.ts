import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RewardsError } from "./arithmetic.ts";
import { calculateEpoch } from "./calculateEpoch.ts";
import { plainRewards } from "./testing/plainRules.ts";
import { randomEpoch } from "./testing/randomEpoch.ts";
import { names, workedExample } from "./testing/workedExample.ts";
import type { EpochInput } from "./types.ts";

const { network, token, operatorA, operatorB, delegator1, delegator2 } = names;

describe("the worked example of section 8", () => {
  const result = calculateEpoch(workedExample);

  it("scores A 22500 and B 5000", () => {
    expect(
      result.operators.map(({ operator, weightSeconds, score }) => ({ operator, weightSeconds, score })),
    ).toEqual([
      { operator: operatorA, weightSeconds: 30000n, score: 22500n },
      { operator: operatorB, weightSeconds: 5000n, score: 5000n },
    ]);
  });

  it("parts the pot into gross, commission and shared", () => {
    expect(result.operators.map(({ gross, commission, shared }) => ({ gross, commission, shared }))).toEqual([
      { gross: 818n, commission: 81n, shared: 737n },
      { gross: 181n, commission: 0n, shared: 181n },
    ]);
  });

  it("pays the delegators 491, 245 and 181", () => {
    expect(
      result.delegators.map(({ delegator, operator, amount }) => ({ delegator, operator, amount })),
    ).toEqual([
      { operator: operatorA, delegator: delegator1, amount: 491n },
      { operator: operatorA, delegator: delegator2, amount: 245n },
      { operator: operatorB, delegator: delegator1, amount: 181n },
    ]);
  });

  it("pays 998, carries 2 and credits A 81, d1 672, d2 245", () => {
    expect(result.pots).toMatchObject([{ pot: 1000n, paid: 998n, carryOut: 2n }]);
    expect(result.leaves).toMatchObject([
      { earner: operatorA, token, cumulative: 81n },
      { earner: delegator1, token, cumulative: 672n },
      { earner: delegator2, token, cumulative: 245n },
    ]);
    expect(result.total).toBe(998n);
  });

  it("is confirmed by the plain rules", () => {
    expect(plainRewards(workedExample).carry).toEqual({ [`${network} ${token}`]: 2n });
  });
});

describe("calculateEpoch", () => {
  it("carries the whole pot when nobody has a score, and keeps what was earned", () => {
    const earned = [{ earner: delegator1, token, cumulative: 5n }];
    const result = calculateEpoch({ ...workedExample, weights: [], earned });
    expect(result.pots).toMatchObject([{ paid: 0n, carryOut: 1000n }]);
    expect(result.leaves).toMatchObject(earned);
  });

  it("carries through several epochs in which nobody has a score, and parts all of it in the first that has one", () => {
    let carries: EpochInput["carries"] = [];
    for (const pots of [1n, 2n, 3n]) {
      const { pots: settled, leaves } = calculateEpoch({ ...workedExample, weights: [], carries });
      expect(settled).toMatchObject([{ paid: 0n, carryOut: 1000n * pots }]);
      expect(leaves).toEqual([]);
      carries = [{ network, token, amount: 1000n * pots }];
    }
    const [paying] = calculateEpoch({ ...workedExample, carries }).pots;
    expect(paying).toMatchObject({ carryIn: 3000n, pot: 4000n });
    expect((paying?.paid ?? 0n) + (paying?.carryOut ?? 0n)).toBe(4000n);
    expect(paying?.carryOut).toBeLessThan(5n);
  });

  it("carries a pool's part when it has no share-seconds", () => {
    const shares = workedExample.shares.filter((step) => step.operator === operatorA);
    const result = calculateEpoch({ ...workedExample, shares });
    expect(result.pots).toMatchObject([{ paid: 998n - 181n, carryOut: 2n + 181n }]);
  });

  it("pays a slashed operator and its delegators nothing, and the others all", () => {
    const result = calculateEpoch({ ...workedExample, slashed: [{ network, operator: operatorA }] });
    expect(result.operators.map((row) => row.gross)).toEqual([0n, 1000n]);
    expect(result.leaves).toMatchObject([{ earner: delegator1, token, cumulative: 1000n }]);
  });

  it("carries the pot when everybody was slashed, and does not care who was slashed by another network", () => {
    const slashed = [operatorA, operatorB].map((operator) => ({ network, operator }));
    expect(calculateEpoch({ ...workedExample, slashed }).pots).toMatchObject([{ paid: 0n, carryOut: 1000n }]);
    const elsewhere = slashed.map((row) => ({ ...row, network: names.asset }));
    expect(calculateEpoch({ ...workedExample, slashed: elsewhere })).toEqual(calculateEpoch(workedExample));
  });

  it("counts fees and lost bonds and slashed stake apart, and a carry alone as a pot", () => {
    const result = calculateEpoch({
      ...workedExample,
      schedules: [],
      accruals: [
        { network, token, amount: 3n, source: "FEE" },
        { network, token, amount: 4n, source: "FORFEITED_BOND" },
        { network, token, amount: 5n, source: "SLASHED_STAKE" },
      ],
      carries: [
        { network, token, amount: 6n },
        { network, token: names.asset, amount: 7n },
      ],
    });
    expect(result.pots).toMatchObject([
      { token, scheduled: 0n, fees: 3n, forfeited: 9n, carryIn: 6n, pot: 18n },
      { token: names.asset, carryIn: 7n, pot: 7n },
    ]);
  });

  it("refuses to pay without a commission or parameters in force", () => {
    expect(() => calculateEpoch({ ...workedExample, commissions: [] })).toThrow(RewardsError);
    expect(() => calculateEpoch({ ...workedExample, performance: [] })).toThrow(RewardsError);
  });

  it("agrees with the plain rules on random epochs, and conserves every pot", () => {
    fc.assert(
      fc.property(randomEpoch, (input) => {
        const result = calculateEpoch(input);
        const plain = plainRewards(input);
        const carry = Object.fromEntries(
          result.pots.map((pot) => [`${pot.network} ${pot.token}`, pot.carryOut]),
        );
        for (const [key, amount] of Object.entries(plain.carry)) expect(carry[key] ?? 0n).toBe(amount);
        const cumulative = result.leaves.map((leaf) => [`${leaf.earner} ${leaf.token}`, leaf.cumulative]);
        expect(Object.fromEntries(cumulative)).toEqual(plain.cumulative);
        for (const pot of result.pots) expect(pot.paid + pot.carryOut).toBe(pot.pot);
        for (const row of result.operators.filter((line) => line.slashed)) expect(row.gross).toBe(0n);
      }),
      { numRuns: 2_000 },
    );
  });

  it("gives the same result for every order of the input's rows", () => {
    const shuffled = randomEpoch.chain((input) =>
      fc.record({ input: fc.constant(input), other: shuffleRows(input) }),
    );
    fc.assert(
      fc.property(shuffled, ({ input, other }) => {
        expect(calculateEpoch(other)).toEqual(calculateEpoch(input));
      }),
      { numRuns: 100 },
    );
  });
});

function shuffleRows(input: EpochInput): fc.Arbitrary<EpochInput> {
  const shuffle = <T>(rows: readonly T[]) =>
    fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length });
  const { epoch, start, end } = input;
  return fc.record({
    epoch: fc.constant(epoch),
    start: fc.constant(start),
    end: fc.constant(end),
    schedules: shuffle(input.schedules),
    accruals: shuffle(input.accruals),
    carries: shuffle(input.carries),
    weights: shuffle(input.weights),
    shares: shuffle(input.shares),
    participations: shuffle(input.participations),
    performance: shuffle(input.performance),
    commissions: shuffle(input.commissions),
    slashed: shuffle(input.slashed),
    earned: shuffle(input.earned),
  });
}
