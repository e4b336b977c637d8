import type { Address } from "viem";
import { bpsDenominator, floorDivide, RewardsError, sumOf } from "../arithmetic.ts";
import type { EpochInput, OperatorLine, Pot, Score } from "../types.ts";

/**
 * Section 4: each pot parted by score, and each part into commission and what the delegators share.
 * With no score in a network its operators' lines hold zeros, and the whole pot is carried.
 * @throws {RewardsError} when an operator with weight has no commission in force.
 */
export function calculateOperators(
  input: Pick<EpochInput, "commissions">,
  pots: readonly Pot[],
  scores: readonly Score[],
): OperatorLine[] {
  const commissions = new Map(input.commissions.map((row) => [row.operator, row.commissionBps]));
  return pots.flatMap(({ network, token, pot }) => {
    const members = scores.filter((score) => score.network === network);
    const scoreSum = sumOf(members, (member) => member.score);
    return members.map((member) => {
      const gross = scoreSum === 0n ? 0n : floorDivide(pot * member.score, scoreSum);
      const commissionBps = commissionOf(commissions, member.operator);
      const commission = floorDivide(gross * BigInt(commissionBps), bpsDenominator);
      return { ...member, token, gross, commissionBps, commission, shared: gross - commission };
    });
  });
}

function commissionOf(commissions: ReadonlyMap<Address, number>, operator: Address): number {
  const commissionBps = commissions.get(operator);
  if (commissionBps === undefined)
    throw new RewardsError("An operator with a score has no commission in force.", { operator });
  return commissionBps;
}
