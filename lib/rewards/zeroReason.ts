import type { DelegationFacts, OperatorFacts, RewardFacts, ZeroReason } from "./explanation.ts";
import { zeroReasons } from "./explanation.ts";

/** Why the earner got nothing of a token: of several causes the one nearest to being paid. */
export function zeroReasonOf(facts: RewardFacts, token: string): ZeroReason {
  const operators = facts.operators.filter((line) => line.token === token);
  const delegations = facts.delegations.filter((line) => line.token === token);
  const own = operators.filter((line) => line.operator === facts.earner).map(reasonOfCommission);
  const others = backers(facts).map((operator) => {
    const line = operators.find((candidate) => candidate.operator === operator);
    return reasonOfDelegation(line, delegations);
  });
  const left: ZeroReason[] = facts.left.length > 0 ? ["WITHDRAWN"] : [];
  return lastOf(["NO_STAKE", ...left, ...own, ...others]);
}

/** The reason furthest down the way from pot to earner. */
export function lastOf(reasons: readonly ZeroReason[]): ZeroReason {
  return reasons.reduce((one, other) =>
    zeroReasons.indexOf(other) > zeroReasons.indexOf(one) ? other : one,
  );
}

/** Operators with whom the earner had shares inside the epoch. */
function backers({ intervals }: RewardFacts): string[] {
  const held = intervals.filter(({ kind, value }) => kind === "SHARES" && value > 0n);
  return [...new Set(held.map(({ operator }) => operator))];
}

function reasonOfCommission(line: OperatorFacts): ZeroReason {
  return reasonOfOperator(line) ?? (line.commissionBps === 0 ? "NO_COMMISSION" : "DUST");
}

function reasonOfDelegation(
  line: OperatorFacts | undefined,
  delegations: readonly DelegationFacts[],
): ZeroReason {
  if (!line) return "NO_WEIGHT";
  const reason = reasonOfOperator(line);
  if (reason) return reason;
  if (line.shared === 0n) return line.commissionBps === 10_000 ? "FULL_COMMISSION" : "DUST";
  // Its weight came of other assets than those that the earner delegated.
  return delegations.some(({ operator }) => operator === line.operator) ? "DUST" : "NO_WEIGHT";
}

/** Null when the operator got something. */
function reasonOfOperator(line: OperatorFacts): ZeroReason | null {
  if (line.gross > 0n) return null;
  if (line.slashed) return "OPERATOR_SLASHED";
  if (line.weightSeconds === 0n) return "NO_WEIGHT";
  if (line.score === 0n && line.signed < line.assigned) return "MISSED_TASKS";
  return "DUST";
}
