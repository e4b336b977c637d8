import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newMember, optedIn, optedOut, weightAtEndOf, weightChanged } from "./membership.ts";

const moment = { block: 10n, timestamp: 1_000n, tx: "0xaa", logIndex: 3 } as const;
const member = newMember({ network: "0xAB", operator: "0xCD" }, moment);

describe("a membership", () => {
  it("begins without weight, lowercase", () => {
    expect(member).toMatchObject({ network: "0xab", operator: "0xcd", optedIn: false, weight: 0n });
  });

  it("loses its slashable end when the operator opts in again", () => {
    const left = { ...member, ...optedOut(500n) };
    expect(left).toMatchObject({ optedIn: false, slashableUntil: 500n });
    expect({ ...left, ...optedIn() }).toMatchObject({ optedIn: true, slashableUntil: null });
  });

  it("keeps the weight of the block before through several changes in one block", () => {
    const before = { weight: 7n, weightBlock: 10n, weightBefore: 0n };
    const once = weightChanged(before, 9n, 12n);
    const twice = weightChanged(once, 4n, 12n);
    expect(twice).toEqual({ weight: 4n, weightBlock: 12n, weightBefore: 7n });
    expect(weightAtEndOf(twice, 11n)).toBe(7n);
    expect(weightAtEndOf(twice, 12n)).toBe(4n);
  });

  it("tells the weight at the end of the block before, for any order of changes", () => {
    const change = fc.record({ step: fc.bigInt(0n, 2n), weight: fc.bigInt(0n, 1_000n) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 30 }), (changes) => {
        const atEndOf = new Map<bigint, bigint>([[10n, 0n]]);
        let state = { weight: 0n, weightBlock: 10n, weightBefore: 0n };
        let block = 11n;
        for (const { step, weight } of changes) {
          for (let next = block; next < block + step; next++) atEndOf.set(next, state.weight);
          block += step;
          state = weightChanged(state, weight, block);
          expect(weightAtEndOf(state, block - 1n)).toBe(atEndOf.get(block - 1n));
          expect(weightAtEndOf(state, block)).toBe(weight);
        }
      }),
    );
  });
});
