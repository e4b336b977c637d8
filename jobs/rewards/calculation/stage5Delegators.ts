import { byText, groupBy, integrate, key } from "./integrate.ts";
import type { DelegatorReward, EpochInput, OperatorReward, PoolReward, Score, SharesStep } from "./types.ts";

type PoolShares = {
  readonly total: bigint;
  readonly delegators: readonly { delegator: SharesStep["delegator"]; shareSeconds: bigint }[];
};

/**
 * Stage 5: what an operator shares is divided among its assets by weight, and each asset's part among the delegators by
 * active shares over time; both rounded down. A pool without share-seconds pays nobody, and its part is carried.
 */
export function makeDelegatorRewards(
  operators: readonly OperatorReward[],
  scores: readonly Score[],
  input: Pick<EpochInput, "shares" | "start" | "end">,
): { pools: PoolReward[]; delegators: DelegatorReward[] } {
  const scoreOf = new Map(scores.map((score) => [key(score.network, score.operator), score]));
  const poolShares = shareSecondsByPool(input);
  const pools: PoolReward[] = [];
  const delegators: DelegatorReward[] = [];
  for (const reward of operators) {
    const { network, token, operator } = reward;
    for (const { asset, weightSeconds } of scoreOf.get(key(network, operator))?.assets ?? []) {
      const shared = (reward.shared * weightSeconds) / reward.weightSeconds;
      const shares = poolShares.get(key(operator, asset)) ?? { total: 0n, delegators: [] };
      const paid = shares.delegators.map(({ delegator, shareSeconds }) => ({
        ...{ network, token, operator, asset, delegator, shareSeconds },
        amount: (shared * shareSeconds) / shares.total,
      }));
      delegators.push(...paid.filter(({ amount }) => amount > 0n));
      pools.push({
        ...{ network, token, operator, asset, weightSeconds, shared },
        shareSeconds: shares.total,
        paid: paid.reduce((sum, { amount }) => sum + amount, 0n),
      });
    }
  }
  return { pools, delegators };
}

function shareSecondsByPool({
  shares,
  start,
  end,
}: Pick<EpochInput, "shares" | "start" | "end">): Map<string, PoolShares> {
  const pools = groupBy(shares, (step) => key(step.operator, step.asset));
  return new Map(
    [...pools].map(([id, steps]) => {
      const delegators = [...groupBy(steps, (step) => step.delegator)]
        .map(([, own]) => ({
          delegator: (own[0] as SharesStep).delegator,
          shareSeconds: integrate(own, (step) => step.shares, start, end),
        }))
        .filter(({ shareSeconds }) => shareSeconds > 0n)
        .sort((a, b) => byText(a.delegator, b.delegator));
      return [
        id,
        { delegators, total: delegators.reduce((sum, { shareSeconds }) => sum + shareSeconds, 0n) },
      ];
    }),
  );
}
