import { groupBy } from "./integrate.ts";
import type { EpochInput, OperatorReward, Pot, Score } from "./types.ts";

/**
 * Stage 4: each pot is divided by score, rounded down, and the commission is taken, rounded down. Without any score nobody
 * gets anything and the whole pot is carried.
 */
export function makeOperatorRewards(
  pots: readonly Pot[],
  scores: readonly Score[],
  commissions: EpochInput["commissions"],
): OperatorReward[] {
  const commissionOf = new Map(commissions.map((row) => [row.operator, row.commissionBps]));
  const scoresOf = groupBy(scores, (score) => score.network);
  return pots.flatMap(({ network, token, pot }) => {
    const own = scoresOf.get(network) ?? [];
    const sum = own.reduce((total, { score }) => total + score, 0n);
    return own.map(({ assets: _, ...score }) => {
      const gross = sum === 0n ? 0n : (pot * score.score) / sum;
      const commissionBps = commissionOf.get(score.operator) ?? 0;
      const commission = (gross * BigInt(commissionBps)) / 10_000n;
      return { ...score, token, gross, commissionBps, commission, shared: gross - commission };
    });
  });
}
