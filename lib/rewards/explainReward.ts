import type {
  Explanation,
  OperatorFacts,
  PotFacts,
  RewardFacts,
  TokenExplanation,
  ZeroReason,
} from "./explanation.ts";
import { delegationSteps, operatorSteps, potSteps } from "./steps.ts";
import { lastOf, zeroReasonOf } from "./zeroReason.ts";

/**
 * Explains, from the stored lines of an epoch's calculation, what an earner got of one network and why: each input, each
 * step with its numbers, and what rounding left. Sections are those of the reward rules.
 */
export function explainReward(facts: RewardFacts): Explanation {
  const { epoch, network, earner, intervals } = facts;
  const tokens = facts.pots.map((pot) => explainToken(facts, pot));
  const earnedNothing = tokens.every(({ amount }) => amount === 0n);
  const reasons = tokens.flatMap(({ reason }) => reason ?? []);
  return {
    ...{ epoch, network, earner, intervals, tokens },
    reason: earnedNothing ? lastOf(["NO_POT", ...reasons]) : null,
  };
}

function explainToken(facts: RewardFacts, pot: PotFacts): TokenExplanation {
  const { token } = pot;
  const operators = facts.operators.filter((line) => line.token === token);
  const delegations = facts.delegations.filter((line) => line.token === token);
  const own = operators.find((line) => line.operator === facts.earner);
  const steps = [...potSteps(pot)];
  for (const line of operators) {
    steps.push(...operatorSteps(line, pot, facts.intervals));
    for (const delegation of delegations.filter(({ operator }) => operator === line.operator)) {
      const pool = facts.pools.find(
        (row) => row.token === token && row.operator === line.operator && row.asset === delegation.asset,
      );
      if (pool) steps.push(...delegationSteps({ delegation, pool, line, intervals: facts.intervals }));
    }
  }
  const commission = own?.commission ?? 0n;
  const delegated = delegations.reduce((sum, { amount }) => sum + amount, 0n);
  const amount = commission + delegated;
  const reason = amount === 0n ? zeroReasonOf(facts, token) : null;
  return { token, amount, reason, steps, summary: summaryOf({ commission, delegated, reason }, operators) };
}

function summaryOf(
  earned: { readonly commission: bigint; readonly delegated: bigint; readonly reason: ZeroReason | null },
  operators: readonly OperatorFacts[],
): string {
  const { commission, delegated, reason } = earned;
  if (reason) return inWords[reason](operators);
  const parts = [
    ...(commission > 0n ? [`${commission} as the operator's commission`] : []),
    ...(delegated > 0n ? [`${delegated} for delegated stake`] : []),
  ];
  return `Earned ${parts.join(" and ")}.`;
}

const inWords: Readonly<Record<ZeroReason, (operators: readonly OperatorFacts[]) => string>> = {
  NO_POT: () => "Nothing: the network had nothing to pay in this epoch.",
  NO_STAKE: () =>
    "Nothing: no operator's commission, and no active shares in the pool of an operator, at any second of the epoch.",
  WITHDRAWN: () =>
    "Nothing: the stake was queued for withdrawal before the epoch began, and queued shares earn nothing.",
  NO_WEIGHT: () =>
    "Nothing: the stake stood behind an operator or an asset without recorded weight in this network during the epoch.",
  OPERATOR_SLASHED: () => "Nothing: the network slashed the operator in this epoch, so its score is 0.",
  MISSED_TASKS: (operators) => {
    const line = operators.find(({ score, assigned }) => score === 0n && assigned > 0n);
    return `Nothing: the operator signed ${line?.signed ?? 0n} of ${line?.assigned ?? 0n} assigned tasks, and that makes its score 0.`;
  },
  NO_COMMISSION: () =>
    "Nothing: the operator takes no commission, and the earner had no share of its own in the pool.",
  FULL_COMMISSION: () => "Nothing: the operator's commission is 100 %.",
  DUST: () =>
    "Nothing: the part is smaller than the token's smallest unit, and what is rounded off is carried on.",
};
