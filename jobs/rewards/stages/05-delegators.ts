import type { Address } from "viem";
import { floorDivide, keyOf } from "../arithmetic.ts";
import type { DelegatorLine, Holding, OperatorLine, PoolLine } from "../types.ts";

/** What section 5 needs to know of an operator's part of a pot. */
export type Sharing = Pick<OperatorLine, "network" | "token" | "operator" | "shared" | "weightSeconds">;
export type AssetWeight = { readonly asset: Address; readonly weightSeconds: bigint };

/**
 * Section 5, the first division: what the delegators of one asset share of an operator's part.
 * A pool without share-seconds pays nothing, and its part is carried.
 */
export function sharePool(
  { network, token, operator, shared, weightSeconds: ofAll }: Sharing,
  { asset, weightSeconds }: AssetWeight,
  holding: Holding | undefined,
): Omit<PoolLine, "paid"> {
  return {
    ...{ network, token, operator, asset, weightSeconds },
    shared: floorDivide(shared * weightSeconds, ofAll),
    shareSeconds: holding?.shareSeconds ?? 0n,
  };
}

/** Section 5, the second division: a delegator's part of a pool that has share-seconds, rounded down. */
export function rewardDown(pool: Pick<PoolLine, "shared" | "shareSeconds">, seconds: bigint): bigint {
  return floorDivide(pool.shared * seconds, pool.shareSeconds);
}

/**
 * Section 5 in memory: what each operator's delegators share, by asset and then by share-seconds. An operator's asset has a line
 * when it had weight-seconds; a delegator has one when its pool had something to share.
 */
export function calculateDelegators(
  operators: readonly OperatorLine[],
  holdings: readonly Holding[],
  rules: { readonly sharePool: typeof sharePool; readonly reward: typeof rewardDown },
): { pools: PoolLine[]; delegators: DelegatorLine[] } {
  const ofPool = new Map(holdings.map((row) => [keyOf(row.operator, row.asset), row]));
  const pools: PoolLine[] = [];
  const delegators: DelegatorLine[] = [];
  for (const line of operators) {
    for (const weight of line.assets) {
      const holding = ofPool.get(keyOf(line.operator, weight.asset));
      const pool = rules.sharePool(line, weight, holding);
      const { network, token, operator, asset } = pool;
      let paid = 0n;
      const paying = pool.shared > 0n ? holding : undefined;
      paying?.delegators.forEach((delegator, index) => {
        const shareSeconds = paying.seconds[index] ?? 0n;
        const amount = rules.reward(pool, shareSeconds);
        paid += amount;
        delegators.push({ network, token, operator, asset, delegator, shareSeconds, amount });
      });
      pools.push({ ...pool, paid });
    }
  }
  return { pools, delegators };
}
