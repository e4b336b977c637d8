import { describe, expect, it } from "vitest";
import { finalityOf } from "./finality.ts";

const position = { finalised: { number: 100n, timestamp: 1_000n } };

describe("finalityOf", () => {
  it.each([
    [100n, 120n, "FINALISED"],
    [101n, 120n, "SAFE"],
    [120n, 120n, "SAFE"],
    [121n, 120n, "PENDING"],
    // What the node says can lag behind what is final.
    [100n, 90n, "FINALISED"],
    [101n, 90n, "PENDING"],
  ] as const)("block %s with safe %s is %s", (block, safe, wanted) => {
    expect(finalityOf(block, position, { number: safe, timestamp: 0n })).toBe(wanted);
  });

  it("knows no safe block when the node tells none", () => {
    expect(finalityOf(101n, position, null)).toBe("PENDING");
  });
});
