import type { Address, Hex } from "viem";
import { z } from "zod";
import { buildRewardTree } from "../../../lib/merkle/rewardTree.ts";
import { groupBy, keyOf, sumOf } from "../arithmetic.ts";
import type { InputDigests } from "../inputDigests.ts";
import { linesOf } from "../prepareEpoch.ts";
import { type Rules, rulesOf } from "../rules.ts";
import { calculateDelegators } from "../stages/05-delegators.ts";
import { accumulate } from "../stages/06-cumulative.ts";
import { settlePots } from "../stages/07-conservation.ts";
import type { BundleFacts, BundleLines } from "../stages/09-bundle.ts";
import type { Score } from "../types.ts";

const integer = z.string().regex(/^\d+$/).transform(BigInt);
const address = z.string().regex(/^0x[0-9a-f]{40}$/) as unknown as z.ZodType<Address>;
const hash = z.string().regex(/^0x[0-9a-f]{64}$/) as unknown as z.ZodType<Hex>;
const block = z.object({ number: integer, hash });

/** A bundle as it is parsed. */
export const bundleSchema = z.object({
  blocks: z.object({ first: block, last: block }).nullable(),
  chainId: integer,
  code: z.string(),
  end: integer,
  epoch: integer,
  holdings: z.array(
    z.object({
      ...{ asset: address, operator: address, shareSeconds: integer, digest: hash.nullable() },
      delegators: z.record(address, integer),
    }),
  ),
  inputs: z.record(z.string(), hash),
  leaves: z.array(z.object({ earner: address, token: address, cumulative: integer, earned: integer })),
  operators: z.array(
    z.object({
      ...{ network: address, token: address, operator: address, weightSeconds: integer },
      ...{ assigned: integer, signed: integer, performanceBps: integer, slashed: z.boolean() },
      commissionBps: integer,
    }),
  ),
  pools: z.array(z.object({ network: address, operator: address, asset: address, weightSeconds: integer })),
  pots: z.array(
    z.object({
      ...{ network: address, token: address },
      ...{ scheduled: integer, fees: integer, forfeited: integer, carryIn: integer },
    }),
  ),
  rewardsCoordinator: address,
  root: hash,
  ruleVersion: integer,
  start: integer,
  total: integer,
});
type Bundle = z.infer<typeof bundleSchema>;

/**
 * Sections 2 to 7 again from what a bundle says of weight- and share-seconds, tasks and parts of the pots: every other number of it must
 * come out. What was earned before the epoch is the bundle's word.
 */
export function recalculateBundle(bundle: Bundle): { facts: BundleFacts; lines: BundleLines } {
  const { epoch, start, end, blocks, code, rewardsCoordinator } = bundle;
  const rules = rulesOf(epoch);
  const pots = bundle.pots.map((row) => ({
    ...row,
    pot: row.scheduled + row.fees + row.forfeited + row.carryIn,
  }));
  const commissions = bundle.operators.map(({ operator, commissionBps }) => ({
    ...{ operator, commissionBps: Number(commissionBps) },
  }));
  const operators = rules.operators({ commissions }, pots, scoresOf(bundle, rules));
  const holdings = bundle.holdings.map(({ delegators, ...row }) => ({
    ...row,
    delegators: Object.keys(delegators) as Address[],
    seconds: Object.values(delegators),
    shareSeconds: sumOf(Object.values(delegators), (seconds) => seconds),
  }));
  const { pools, delegators } = calculateDelegators(operators, holdings, rules);
  const before = bundle.leaves.map((leaf) => ({ ...leaf, cumulative: leaf.cumulative - leaf.earned }));
  const { leaves, total } = accumulate(before, operators, delegators);
  const result = {
    ...{ epoch, start, end, operators, pools, holdings, delegators, leaves, total },
    pots: settlePots(pots, { operators, pools, delegators }),
  };
  const facts: BundleFacts = {
    ...{ epoch, start, end, blocks, code, rewardsCoordinator, total, ruleVersion: rules.version },
    ...{ chainId: Number(bundle.chainId), inputs: bundle.inputs as InputDigests },
    root: buildRewardTree(leaves).root,
  };
  return { facts, lines: linesOf(result) };
}

/** The scores of section 3, each operator once whatever number of tokens its network pays in. */
function scoresOf({ operators, pools }: Bundle, rules: Rules): Score[] {
  const scores = new Map<string, Score>();
  const poolsOf = new Map(groupBy(pools, (pool) => keyOf(pool.network, pool.operator)));
  for (const { network, operator, assigned, signed, slashed, performanceBps } of operators) {
    const ofAssets = poolsOf.get(keyOf(network, operator)) ?? [];
    const assets = [...new Map(ofAssets.map(({ asset, weightSeconds }) => [asset, weightSeconds]))].map(
      ([asset, weightSeconds]) => ({ asset, weightSeconds }),
    );
    const weightSeconds = sumOf(assets, (asset) => asset.weightSeconds);
    const facts = { assigned, signed, slashed, weightSeconds, performanceBps: Number(performanceBps) };
    scores.set(keyOf(network, operator), { network, operator, assets, ...facts, score: rules.score(facts) });
  }
  return [...scores.values()];
}
