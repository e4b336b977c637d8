import { zeroHash } from "viem";
import { describe, expect, it } from "vitest";
import { decide, type Sight } from "./decide.ts";
import { replacementFees } from "./fees.ts";

const settings = { finalityDepth: 30n, replaceAfterMs: 1_000 };
const sight = (facts: Partial<Sight>): Sight => ({
  state: "pending",
  nonce: 7,
  block: null,
  receipt: null,
  known: true,
  ageMs: 0,
  head: 100n,
  finalNonce: 7,
  ...facts,
});
const receipt = (block: bigint, success = true) => ({ hash: zeroHash, success, block });

describe("decide", () => {
  it.each([
    ["waits for a known one", sight({}), "wait"],
    ["broadcasts what the node does not know", sight({ known: false }), "broadcast"],
    ["replaces a stuck one", sight({ ageMs: 1_001 }), "replace"],
    [
      "broadcasts rather than replaces what the node lost",
      sight({ known: false, ageMs: 9_999 }),
      "broadcast",
    ],
    ["marks a mined one", sight({ receipt: receipt(99n) }), "mark mined"],
    ["waits for finality", sight({ state: "mined", block: 99n, receipt: receipt(99n) }), "wait"],
    [
      "writes the new block after a reorganisation",
      sight({ state: "mined", block: 98n, receipt: receipt(99n) }),
      "mark mined",
    ],
    [
      "marks the last block before finality not final",
      sight({ state: "mined", block: 71n, receipt: receipt(71n) }),
      "wait",
    ],
    ["marks a final one", sight({ state: "mined", block: 70n, receipt: receipt(70n) }), "mark final"],
    [
      "brings back what a reorganisation took out",
      sight({ state: "mined", block: 99n }),
      "return to pending",
    ],
    ["marks a reverted one at any depth", sight({ receipt: receipt(99n, false) }), "mark reverted"],
    ["gives up when the nonce is gone for good", sight({ finalNonce: 8 }), "give up: nonce taken"],
    ["believes a receipt more than a nonce", sight({ finalNonce: 8, receipt: receipt(70n) }), "mark final"],
  ])("%s", (_, seen, step) => {
    expect(decide(seen, settings).do).toBe(step);
  });
});

describe("replacementFees", () => {
  it("are at least a tenth above those replaced, also for tiny ones, and never below the present", () => {
    const replaced = { maxFeePerGas: 1n, maxPriorityFeePerGas: 800n };
    expect(replacementFees(replaced, { maxFeePerGas: 0n, maxPriorityFeePerGas: 0n })).toEqual({
      maxFeePerGas: 2n,
      maxPriorityFeePerGas: 901n,
    });
    expect(replacementFees(replaced, { maxFeePerGas: 50n, maxPriorityFeePerGas: 1n }).maxFeePerGas).toBe(50n);
  });
});
