import { describe, expect, it } from "vitest";
import { stepSeconds } from "./stepSeconds.ts";

const step = (block: bigint, logIndex: number, timestamp: bigint, value: bigint) => ({
  block,
  logIndex,
  timestamp,
  value,
});

describe("stepSeconds", () => {
  it("is 0 before the first step and holds the last one to the end", () => {
    expect(stepSeconds([], 100n, 200n)).toBe(0n);
    expect(stepSeconds([step(1n, 0, 150n, 4n)], 100n, 200n)).toBe(200n);
  });

  it("counts a value set before the start for the whole epoch", () => {
    expect(stepSeconds([step(1n, 0, 10n, 1n), step(2n, 0, 50n, 3n)], 100n, 200n)).toBe(300n);
  });

  it("counts a step at the very start, and none at the very end", () => {
    expect(stepSeconds([step(1n, 0, 100n, 2n), step(2n, 0, 200n, 9n)], 100n, 200n)).toBe(200n);
  });

  it("takes the last of several steps in one block", () => {
    expect(stepSeconds([step(1n, 7, 100n, 5n), step(1n, 3, 100n, 8n)], 100n, 200n)).toBe(500n);
  });

  it("orders by log index as a number", () => {
    expect(stepSeconds([step(1n, 10, 100n, 5n), step(1n, 9, 100n, 8n)], 100n, 200n)).toBe(500n);
  });
});
