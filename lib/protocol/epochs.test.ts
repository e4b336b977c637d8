import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { epochAt, epochEnd, epochStart } from "./epochs.ts";

describe("epochs", () => {
  it("are half-open: the end of one is the start of the next", () => {
    const schedule = { genesis: 1_000, lengthSeconds: 100 };
    expect(epochAt(schedule, 999n)).toBe(-1n);
    expect(epochAt(schedule, 1_000n)).toBe(0n);
    expect(epochAt(schedule, 1_099n)).toBe(0n);
    expect(epochAt(schedule, 1_100n)).toBe(1n);
    expect(epochEnd(schedule, 0n)).toBe(epochStart(schedule, 1n));
  });

  it("hold every timestamp exactly once", () => {
    const property = fc.property(
      fc.integer({ min: 0, max: 2 ** 31 }),
      fc.integer({ min: 1, max: 10 ** 7 }),
      fc.bigInt({ min: 0n, max: 2n ** 40n }),
      (genesis, lengthSeconds, timestamp) => {
        const schedule = { genesis, lengthSeconds };
        const epoch = epochAt(schedule, timestamp);
        return epochStart(schedule, epoch) <= timestamp && timestamp < epochEnd(schedule, epoch);
      },
    );
    fc.assert(property);
  });
});
