import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildRewardTree } from "../../../lib/merkle/rewardTree.ts";
import { hashBundle } from "../bundleStore.ts";
import { calculateEpoch } from "../calculateEpoch.ts";
import { digestInputs } from "../inputDigests.ts";
import { linesOf } from "../prepareEpoch.ts";
import { type BundleFacts, writeBundle } from "../stages/09-bundle.ts";
import { randomEpoch } from "../testing/randomEpoch.ts";
import { names, workedExample } from "../testing/workedExample.ts";
import type { EpochInput } from "../types.ts";
import { type ChainRoot, compareBundle, compareResult } from "./verifyEpoch.ts";

type Published = { readonly bundle: string; readonly onChain: ChainRoot };

/** An epoch as an honest submitter publishes it. */
async function publish(input: EpochInput): Promise<Published> {
  const result = calculateEpoch(input);
  const { epoch, start, end, total } = result;
  const { root } = buildRewardTree(result.leaves);
  const facts: BundleFacts = {
    ...{ ruleVersion: 1, code: "1", chainId: 1, rewardsCoordinator: names.asset, blocks: null },
    ...{ epoch, start, end, inputs: digestInputs(input), root, total },
  };
  let bundle = "";
  for await (const piece of writeBundle(facts, linesOf(result))) bundle += piece;
  const bundleHash = await hashBundle(writeBundle(facts, linesOf(result)));
  return { bundle, onChain: { root, bundleHash, total } };
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe("verifying an epoch", () => {
  it("finds a bundle of any epoch equal to its root", async () => {
    await fc.assert(
      fc.asyncProperty(randomEpoch, async (input) => {
        const { bundle, onChain } = await publish(input);
        expect(await compareBundle(bytes(bundle), onChain)).toBeNull();
        expect(await compareResult(calculateEpoch(input), onChain, bytes(bundle))).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  // Each alters one number of the worked example's bundle, to what somebody might gain by.
  it.each([
    [`"commission":"81"`, `"commission":"82"`, /^operators 0: .*"commission":"81".* here, .*"82".* there$/],
    [`"carryOut":"2"`, `"carryOut":"3"`, /^pots: .*"carryOut":"2".* here, .*"carryOut":"3".* there$/],
    [`"paid":"736"`, `"paid":"737"`, /^pools 0: /],
    [`"shareSeconds":"30000"},`, `"shareSeconds":"30001"},`, /^holdings 0: /],
    [`"cumulative":"672"`, `"cumulative":"673"`, /^(leaves 1|total): /],
    [`"total":"998"`, `"total":"999"`, /^total: /],
  ])("names the line when %s is altered to %s", async (honest, altered, difference) => {
    const { bundle, onChain } = await publish(workedExample);
    expect(bundle).toContain(honest);
    expect(await compareBundle(bytes(bundle.replace(honest, altered)), onChain)).toMatch(difference);
    expect(
      await compareResult(calculateEpoch(workedExample), onChain, bytes(bundle.replace(honest, altered))),
    ).toMatch(difference);
  });

  it("refuses a bundle that is consistent in itself but not the one whose hash stands on chain", async () => {
    const { onChain } = await publish(workedExample);
    const more = {
      ...workedExample,
      schedules: workedExample.schedules.map((row) => ({ ...row, amountPerEpoch: 2_000n })),
    };
    const other = await publish(more);
    expect(await compareBundle(bytes(other.bundle), other.onChain)).toBeNull();
    expect(await compareBundle(bytes(other.bundle), onChain)).toMatch(
      /^bundle: sha256 0x.* here, 0x.* on chain$/,
    );
    const sameHash = { ...onChain, bundleHash: other.onChain.bundleHash };
    expect(await compareBundle(bytes(other.bundle), sameHash)).toMatch(/^root: /);
  });

  it("refuses a root or a total that differs, and says both", async () => {
    const { onChain } = await publish(workedExample);
    const result = calculateEpoch(workedExample);
    const root = `0x${"1".repeat(64)}` as const;
    expect(await compareResult(result, { ...onChain, root })).toBe(
      `root: ${onChain.root} here, ${root} on chain`,
    );
    expect(await compareResult(result, { ...onChain, total: 999n })).toBe("total: 998 here, 999 on chain");
  });

  it("says what it cannot read of a file that is no bundle", async () => {
    const { bundle, onChain } = await publish(workedExample);
    const broken = bundle.replace(`"total":"998"`, `"total":998`);
    expect(await compareBundle(bytes(broken), onChain)).toMatch(/^bundle: not one that these rules can read/);
  });
});
