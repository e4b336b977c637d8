import type { Address } from "viem";
import type { EarnedLeaf } from "../../../lib/rewards/leaves.ts";
import { groupBy, keyOf, sumOf } from "../arithmetic.ts";
import type { Cumulative, DelegatorLine, OperatorLine } from "../types.ts";

/**
 * Section 7 in memory: all that everyone has earned up to and including this epoch. A commission's earner is the operator itself
 * (its payout address may claim for it, but earns nothing).
 */
export function accumulate(
  before: readonly Cumulative[],
  operators: readonly OperatorLine[],
  delegators: readonly DelegatorLine[],
): { leaves: EarnedLeaf[]; total: bigint } {
  const credit = (earner: Address, token: Address, earned: bigint) => ({
    ...{ earner, token, cumulative: earned, earned },
  });
  const credits = [
    ...before.map(({ earner, token, cumulative }) => ({ earner, token, cumulative, earned: 0n })),
    ...operators.map((row) => credit(row.operator, row.token, row.commission)),
    ...delegators.map((row) => credit(row.delegator, row.token, row.amount)),
  ].filter((row) => row.cumulative > 0n);
  const leaves = groupBy(credits, (row) => keyOf(row.earner, row.token)).map(([, rows]) => ({
    ...(rows[0] as EarnedLeaf),
    cumulative: sumOf(rows, (row) => row.cumulative),
    earned: sumOf(rows, (row) => row.earned),
  }));
  return { leaves, total: sumOf(leaves, (leaf) => leaf.cumulative) };
}
