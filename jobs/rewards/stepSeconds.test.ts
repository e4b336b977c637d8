import { describe, expect, it } from "vitest";
import { stepSeconds } from "./stepSeconds.ts";

const step = (block: bigint, timestamp: bigint, value: bigint) => ({
  block,
  timestamp,
  value,
});

describe("stepSeconds", () => {
  it("is 0 before the first step and holds the last one to the end", () => {
    expect(stepSeconds([], 100n, 200n)).toBe(0n);
    expect(stepSeconds([step(1n, 150n, 4n)], 100n, 200n)).toBe(200n);
  });

  it("counts a value set before the start for the whole epoch", () => {
    expect(stepSeconds([step(1n, 10n, 1n), step(2n, 50n, 3n)], 100n, 200n)).toBe(300n);
  });

  it("counts a step at the very start, and none at the very end", () => {
    expect(stepSeconds([step(1n, 100n, 2n), step(2n, 200n, 9n)], 100n, 200n)).toBe(200n);
  });

  it("takes the last of several blocks with one timestamp", () => {
    expect(stepSeconds([step(10n, 100n, 5n), step(9n, 100n, 8n)], 100n, 200n)).toBe(500n);
  });
});
