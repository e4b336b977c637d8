import { makePots } from "./stage2Pots.ts";
import { makeScores } from "./stage3Scores.ts";
import { makeOperatorRewards } from "./stage4Operators.ts";
import { makeDelegatorRewards } from "./stage5Delegators.ts";
import { settlePots } from "./stage6Conservation.ts";
import { makeLeaves } from "./stage7Cumulative.ts";
import type { EpochInput, EpochResult } from "./types.ts";

/** Version of the rules below; a change is a new version with a first epoch, never a silent one. */
export const ruleVersion = 1;

/**
 * An epoch's rewards, from final facts of the chain to the leaves of its tree: pure, exact, independent of the order of
 * the input's rows.
 *
 * @throws {ConservationError} when a pot would pay out more than it holds.
 */
export function calculateEpoch(input: EpochInput): EpochResult {
  const pots = makePots(input);
  const scores = makeScores(input);
  const operators = makeOperatorRewards(pots, scores, input.commissions);
  const { pools, delegators } = makeDelegatorRewards(operators, scores, input);
  return {
    epoch: input.epoch,
    pots: settlePots(pots, operators, delegators),
    operators,
    pools,
    delegators,
    leaves: makeLeaves(input.cumulative, operators, delegators),
  };
}
