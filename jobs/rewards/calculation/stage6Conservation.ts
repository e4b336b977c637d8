import { NektarError } from "../../../lib/errors/NektarError.ts";
import { groupBy, key } from "./integrate.ts";
import type { DelegatorReward, OperatorReward, Pot, SettledPot } from "./types.ts";

/** The calculation paid out more than a pot held. Never retried: nothing may be published. */
export class ConservationError extends NektarError {
  readonly code = "REWARDS_NOT_CONSERVED";
}

/**
 * Stage 6: what each pot paid and what it carries.
 * @throws {ConservationError} when a pot would pay more than it holds, or anything negative.
 */
export function settlePots(
  pots: readonly Pot[],
  operators: readonly OperatorReward[],
  delegators: readonly DelegatorReward[],
): SettledPot[] {
  const commissions = groupBy(operators, (row) => key(row.network, row.token));
  const rewards = groupBy(delegators, (row) => key(row.network, row.token));
  return pots.map((pot) => {
    const id = key(pot.network, pot.token);
    const amounts = [
      ...(commissions.get(id) ?? []).map((row) => row.commission),
      ...(rewards.get(id) ?? []).map((row) => row.amount),
    ];
    const paid = amounts.reduce((sum, amount) => sum + amount, 0n);
    if (paid > pot.pot || amounts.some((amount) => amount < 0n)) {
      throw new ConservationError(
        `The pot of ${pot.network} in ${pot.token} holds ${pot.pot} and would pay ${paid}.`,
        {
          network: pot.network,
          token: pot.token,
          pot: String(pot.pot),
          paid: String(paid),
        },
      );
    }
    return { ...pot, paid, carryOut: pot.pot - paid };
  });
}
