import type { Address } from "viem";
import { byText, key } from "./integrate.ts";
import type { DelegatorReward, Leaf, OperatorReward } from "./types.ts";

/** Stage 7: the epoch's commissions (to operators) and rewards (to delegators) are added to all that was earned before. */
export function makeLeaves(
  previous: readonly Leaf[],
  operators: readonly OperatorReward[],
  delegators: readonly DelegatorReward[],
): Leaf[] {
  const totals = new Map<string, Leaf>();
  const add = (earner: Address, token: Address, amount: bigint) => {
    const id = key(earner, token);
    totals.set(id, { earner, token, cumulative: (totals.get(id)?.cumulative ?? 0n) + amount });
  };
  for (const leaf of previous) add(leaf.earner, leaf.token, leaf.cumulative);
  for (const row of operators) add(row.operator, row.token, row.commission);
  for (const row of delegators) add(row.delegator, row.token, row.amount);
  return [...totals.values()]
    .filter(({ cumulative }) => cumulative > 0n)
    .sort((a, b) => byText(key(a.earner, a.token), key(b.earner, b.token)));
}
