import { holdingsOf, poolSteps } from "./holdings.ts";
import { type Rules, rulesOf } from "./rules.ts";
import { calculateDelegators } from "./stages/05-delegators.ts";
import { accumulate } from "./stages/06-cumulative.ts";
import { settlePots } from "./stages/07-conservation.ts";
import type { EpochInput, EpochResult } from "./types.ts";

/**
 * Sections 2 to 7 of the reward rules in memory: from the facts of one epoch to every line and every cumulative total. Pure; the
 * order of the input's rows has no influence. The jobs calculate the same in stages, a shard of operators at a time.
 *
 * @throws {RewardsError} when facts are missing or a pot would not add up.
 */
export function calculateEpoch(input: EpochInput, rules: Rules = rulesOf(input.epoch)): EpochResult {
  const pots = rules.pots(input);
  const scores = rules.scores(input, pots);
  const operators = rules.operators(input, pots, scores);
  const weighed = new Set(operators.flatMap((line) => line.assets.map(({ asset }) => line.operator + asset)));
  const holdings = poolSteps(input.shares, input.start, input.end)
    .filter(({ operator, asset }) => weighed.has(operator + asset))
    .map(holdingsOf)
    .filter((holding) => holding.shareSeconds > 0n);
  const { pools, delegators } = calculateDelegators(operators, holdings, rules);
  const settled = settlePots(pots, { operators, pools, delegators });
  const { leaves, total } = accumulate(input.earned, operators, delegators);
  const { epoch, start, end } = input;
  return { epoch, start, end, pots: settled, operators, pools, holdings, delegators, leaves, total };
}
