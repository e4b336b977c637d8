import { describe, expect, it } from "vitest";
import { calculateEpoch } from "./calculateEpoch.ts";
import { allRules, type Rules, rulesOf } from "./rules.ts";
import { workedExample } from "./testing/workedExample.ts";

/** A correction that pays delegators nothing, from epoch 5 on. */
const [first] = allRules as [Rules];
const versions: readonly Rules[] = [first, { ...first, version: 2, firstEpoch: 5n, reward: () => 0n }];

describe("rule versions", () => {
  it("begin at epoch 0, and each after the one before", () => {
    expect(first.firstEpoch).toBe(0n);
    for (const [index, { version, firstEpoch }] of allRules.entries()) {
      expect(version).toBe(index + 1);
      if (index > 0) expect(firstEpoch).toBeGreaterThan(allRules[index - 1]?.firstEpoch ?? 0n);
    }
  });

  it("are in force from their first epoch on", () => {
    expect([0n, 4n, 5n, 6n, 1_000n].map((epoch) => rulesOf(epoch, versions).version)).toEqual([
      1, 1, 2, 2, 2,
    ]);
    expect(() => rulesOf(4n, versions.slice(1))).toThrow(expect.objectContaining({ code: "RULES_UNKNOWN" }));
  });

  it("leave every epoch before a new version as it was", () => {
    const schedules = workedExample.schedules.map((row) => ({ ...row, firstEpoch: 0n, epochs: 10n }));
    const input = { ...workedExample, schedules };
    for (const epoch of [0n, 4n])
      expect(calculateEpoch({ ...input, epoch }, rulesOf(epoch, versions))).toEqual(
        calculateEpoch({ ...input, epoch }),
      );
    const corrected = calculateEpoch({ ...input, epoch: 5n }, rulesOf(5n, versions));
    expect(corrected.delegators.map(({ amount }) => amount)).toEqual([0n, 0n, 0n]);
    expect(corrected.pots).toMatchObject([{ pot: 1000n, paid: 81n, carryOut: 919n }]);
  });
});
