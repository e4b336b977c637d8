import type { Address } from "viem";
import { floorDivide, groupBy, keyOf, sumOf } from "../arithmetic.ts";
import { stepSeconds } from "../stepSeconds.ts";
import type { DelegatorLine, EpochInput, OperatorLine, PoolLine } from "../types.ts";

type DelegatorsInput = Pick<EpochInput, "start" | "end" | "shares">;
type Holding = { readonly delegator: Address; readonly shareSeconds: bigint };

/**
 * Section 5: what each operator's delegators share, by asset and then by share-seconds. An operator's asset has a line when
 * it had weight-seconds; a delegator has one when its pool had something to share.
 */
export function calculateDelegators(
  input: DelegatorsInput,
  operators: readonly OperatorLine[],
): { pools: PoolLine[]; delegators: DelegatorLine[] } {
  const holdings = holdingsByPool(input);
  const pools: PoolLine[] = [];
  const delegators: DelegatorLine[] = [];
  for (const line of operators) {
    for (const { asset, weightSeconds } of line.assets) {
      const key = { network: line.network, token: line.token, operator: line.operator, asset };
      const shared = floorDivide(line.shared * weightSeconds, line.weightSeconds);
      const holders = holdings.get(keyOf(line.operator, asset)) ?? [];
      const shareSeconds = sumOf(holders, (holder) => holder.shareSeconds);
      const lines = shared === 0n ? [] : holders.map((holder) => payDown(key, shared, shareSeconds, holder));
      pools.push({ ...key, weightSeconds, shared, shareSeconds, paid: sumOf(lines, (row) => row.amount) });
      for (const row of lines) delegators.push(row);
    }
  }
  return { pools, delegators };
}

/** A holder's part of a pool, rounded down. */
function payDown(
  key: Pick<PoolLine, "network" | "token" | "operator" | "asset">,
  shared: bigint,
  shareSeconds: bigint,
  holder: Holding,
): DelegatorLine {
  return { ...key, ...holder, amount: floorDivide(shared * holder.shareSeconds, shareSeconds) };
}

/** SS(d,o,a), where it is positive, by operator and asset; delegators ascending. */
function holdingsByPool(input: DelegatorsInput): Map<string, Holding[]> {
  const result = new Map<string, Holding[]>();
  for (const [, group] of groupBy(input.shares, (step) => keyOf(step.operator, step.asset, step.delegator))) {
    const [first] = group;
    const values = group.map((step) => ({ ...step, value: step.shares }));
    const shareSeconds = stepSeconds(values, input.start, input.end);
    if (!first || shareSeconds === 0n) continue;
    const key = keyOf(first.operator, first.asset);
    const list = result.get(key) ?? [];
    list.push({ delegator: first.delegator, shareSeconds });
    result.set(key, list);
  }
  return result;
}
