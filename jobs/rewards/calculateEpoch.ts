import { calculatePots } from "./stages/02-pots.ts";
import { calculateScores } from "./stages/03-scores.ts";
import { calculateOperators } from "./stages/04-operators.ts";
import { calculateDelegators } from "./stages/05-delegators.ts";
import { settlePots } from "./stages/06-conservation.ts";
import { accumulate } from "./stages/07-cumulative.ts";
import type { EpochInput, EpochResult } from "./types.ts";

/** Counts changes of the rules. A correction is a new version with a first epoch, never a silent change. */
export const ruleVersion = 1;

/**
 * Sections 2 to 7 of the reward rules: from the facts of one epoch to every line and every cumulative total. Pure; the
 * order of the input's rows has no influence.
 *
 * @throws {RewardsError} when facts are missing or a pot would not add up.
 */
export function calculateEpoch(input: EpochInput): EpochResult {
  const pots = calculatePots(input);
  const scores = calculateScores(input, pots);
  const operators = calculateOperators(input, pots, scores);
  const { pools, delegators } = calculateDelegators(input, operators);
  const settled = settlePots(pots, { operators, pools, delegators });
  const { leaves, total } = accumulate(input.earned, operators, delegators);
  const { epoch, start, end } = input;
  return { epoch, start, end, pots: settled, operators, pools, delegators, leaves, total };
}
