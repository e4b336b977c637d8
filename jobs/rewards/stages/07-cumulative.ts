import type { Address } from "viem";
import { groupBy, keyOf, sumOf } from "../arithmetic.ts";
import type { Cumulative, DelegatorLine, OperatorLine } from "../types.ts";

/**
 * Section 7: all that everyone has earned up to and including this epoch. A commission's earner is the operator itself
 * (its payout address may claim for it, but earns nothing).
 */
export function accumulate(
  earned: readonly Cumulative[],
  operators: readonly OperatorLine[],
  delegators: readonly DelegatorLine[],
): { leaves: Cumulative[]; total: bigint } {
  const credit = (earner: Address, token: Address, cumulative: bigint) => ({ earner, token, cumulative });
  const credits = [
    ...earned,
    ...operators.map((row) => credit(row.operator, row.token, row.commission)),
    ...delegators.map((row) => credit(row.delegator, row.token, row.amount)),
  ].filter((row) => row.cumulative > 0n);
  const leaves = groupBy(credits, (row) => keyOf(row.earner, row.token)).map(([, rows]) => ({
    ...(rows[0] as Cumulative),
    cumulative: sumOf(rows, (row) => row.cumulative),
  }));
  return { leaves, total: sumOf(leaves, (leaf) => leaf.cumulative) };
}
