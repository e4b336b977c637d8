import { NektarError } from "../../lib/errors/NektarError.ts";
import { calculatePots } from "./stages/02-pots.ts";
import { calculateScores, scoreDown } from "./stages/03-scores.ts";
import { calculateOperators } from "./stages/04-operators.ts";
import { rewardDown, sharePool } from "./stages/05-delegators.ts";

/** One version of the rules: which functions calculate the epochs from `firstEpoch` on, until the next version's. */
export type Rules = {
  readonly version: number;
  readonly firstEpoch: bigint;
  /** Section 2. */
  readonly pots: typeof calculatePots;
  /** Section 3: from steps, and again from the weight-seconds that a bundle tells. */
  readonly scores: typeof calculateScores;
  readonly score: typeof scoreDown;
  /** Section 4. */
  readonly operators: typeof calculateOperators;
  /** Section 5. */
  readonly sharePool: typeof sharePool;
  readonly reward: typeof rewardDown;
};

/**
 * Every version, ascending. A correction is a new entry with its own functions and a first epoch that has not begun, never a change of an
 * entry: old epochs stay as they are, and anybody can calculate them again.
 */
export const allRules: readonly Rules[] = [
  {
    version: 1,
    firstEpoch: 0n,
    pots: calculatePots,
    scores: calculateScores,
    score: scoreDown,
    operators: calculateOperators,
    sharePool,
    reward: rewardDown,
  },
];

/** No version covers the epoch. */
class RulesUnknownError extends NektarError {
  readonly code = "RULES_UNKNOWN";
}

/**
 * The rules by which an epoch is calculated.
 * @throws {RulesUnknownError} for an epoch before the first version.
 */
export function rulesOf(epoch: bigint, versions: readonly Rules[] = allRules): Rules {
  const rules = versions.findLast((version) => version.firstEpoch <= epoch);
  if (!rules) throw new RulesUnknownError(`No version of the rules covers epoch ${epoch}.`, { epoch });
  return rules;
}
