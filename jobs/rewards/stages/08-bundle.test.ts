import { createHash } from "node:crypto";
import { zeroAddress, zeroHash } from "viem";
import { describe, expect, it } from "vitest";
import { calculateEpoch } from "../calculateEpoch.ts";
import { canonicalJson } from "../canonicalJson.ts";
import { workedExample } from "../testing/workedExample.ts";
import { makeBundle } from "./08-bundle.ts";

const facts = {
  ruleVersion: 1,
  chainId: 31337,
  rewardsCoordinator: zeroAddress,
  blocks: { first: 1n, last: 9n },
  root: zeroHash,
} as const;

describe("the bundle", () => {
  it("is JSON with sorted keys, decimal strings and no white space", () => {
    expect(canonicalJson({ b: [1n, true, null], a: 'x"y' })).toBe('{"a":"x\\"y","b":["1",true,null]}');
  });

  it("holds every line and hashes by sha256", () => {
    const { text, hash } = makeBundle(facts, calculateEpoch(workedExample));
    const parsed = JSON.parse(text);
    expect(parsed).toMatchObject({ epoch: "7", ruleVersion: "1", total: "998", blocks: { first: "1" } });
    expect(
      [parsed.pots, parsed.operators, parsed.pools, parsed.delegators, parsed.leaves].map((l) => l.length),
    ).toEqual([1, 2, 2, 3, 3]);
    expect(hash).toBe(`0x${createHash("sha256").update(text).digest("hex")}`);
  });

  it("is the same whatever the order of the input", () => {
    const turned = { ...workedExample, weights: [...workedExample.weights].reverse() };
    expect(makeBundle(facts, calculateEpoch(turned))).toEqual(
      makeBundle(facts, calculateEpoch(workedExample)),
    );
  });
});
