import { zeroAddress, zeroHash } from "viem";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../../lib/json/canonicalJson.ts";
import { calculateEpoch } from "../calculateEpoch.ts";
import { digestInputs } from "../inputDigests.ts";
import { linesOf } from "../prepareEpoch.ts";
import { workedExample } from "../testing/workedExample.ts";
import type { EpochInput } from "../types.ts";
import { writeBundle } from "./09-bundle.ts";

async function bundleOf(input: EpochInput): Promise<string> {
  const result = calculateEpoch(input);
  const { epoch, start, end, total } = result;
  const facts = {
    ...{ epoch, start, end, total, ruleVersion: 1, code: "0.1.0", chainId: 31337 },
    ...{ rewardsCoordinator: zeroAddress, root: zeroHash, inputs: digestInputs(input) },
    blocks: { first: { number: 1n, hash: zeroHash }, last: { number: 9n, hash: zeroHash } },
  };
  let text = "";
  for await (const piece of writeBundle(facts, linesOf(result))) text += piece;
  return text;
}

describe("the bundle", () => {
  it("is JSON with sorted keys, decimal strings and no white space", async () => {
    expect(canonicalJson({ b: [1n, true, null], a: 'x"y' })).toBe('{"a":"x\\"y","b":["1",true,null]}');
    const text = await bundleOf(workedExample);
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  });

  it("holds every line", async () => {
    const parsed = JSON.parse(await bundleOf(workedExample));
    expect(parsed).toMatchObject({
      epoch: "7",
      ruleVersion: "1",
      total: "998",
      blocks: { first: { number: "1" } },
    });
    const { pots, operators, pools, holdings, leaves } = parsed;
    expect([pots, operators, pools, holdings, leaves].map((lines) => lines.length)).toEqual([1, 2, 2, 2, 3]);
    expect(Object.values(holdings[0].delegators)).toEqual(["20000", "10000"]);
    expect(leaves.map(({ earned }: { earned: string }) => earned)).toEqual(["81", "672", "245"]);
  });

  it("is the same whatever the order of the input", async () => {
    const turned = {
      ...workedExample,
      weights: [...workedExample.weights].reverse(),
      shares: [...workedExample.shares].reverse(),
    };
    expect(await bundleOf(turned)).toBe(await bundleOf(workedExample));
  });

  it("has the same digests when one interval is recorded as two that meet", async () => {
    const [first, ...others] = workedExample.shares as [EpochInput["shares"][number]];
    const again = { ...first, block: 720n, timestamp: 720n };
    expect(await bundleOf({ ...workedExample, shares: [first, again, ...others] })).toBe(
      await bundleOf(workedExample),
    );
  });
});
