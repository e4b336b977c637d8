import { groupBy, keyOf, RewardsError, sumOf } from "../arithmetic.ts";
import type { DelegatorLine, OperatorLine, PoolLine, Pot, PotKey, SettledPot } from "../types.ts";

type Lines = {
  readonly operators: readonly OperatorLine[];
  readonly pools: readonly PoolLine[];
  readonly delegators: readonly DelegatorLine[];
};

/**
 * Section 6: sums what each pot paid from the lines themselves, and carries the rest.
 * @throws {RewardsError} when any part is negative, or more goes out of a pot, an operator or a pool than came in.
 */
export function settlePots(pots: readonly Pot[], lines: Lines): SettledPot[] {
  const operators = new Map(groupBy(lines.operators, potKey));
  const pools = new Map(groupBy(lines.pools, potKey));
  const delegators = new Map(groupBy(lines.delegators, potKey));
  assertParts(lines);
  const settled = pots.map((pot) => {
    const ofOperators = operators.get(potKey(pot)) ?? [];
    const commissions = sumOf(ofOperators, (row) => row.commission);
    const rewards = sumOf(delegators.get(potKey(pot)) ?? [], (row) => row.amount);
    const poolsPaid = sumOf(pools.get(potKey(pot)) ?? [], (row) => row.paid);
    const paid = commissions + rewards;
    const carryOut = pot.pot - paid;
    const gross = sumOf(ofOperators, (row) => row.gross);
    check(carryOut >= 0n && paid + carryOut === pot.pot, "A pot paid more than it held.", { ...pot, paid });
    check(poolsPaid === rewards, "Pools and delegators disagree.", { ...pot, poolsPaid, rewards });
    check(gross <= pot.pot, "Operators got more than the pot.", { ...pot, gross });
    return { ...pot, paid, carryOut };
  });
  const known = new Set(pots.map(potKey));
  const strays = [...operators.keys(), ...delegators.keys()].filter((key) => !known.has(key));
  check(strays.length === 0, "Lines without a pot.", { strays });
  return settled;
}

function assertParts({ operators, pools, delegators }: Lines): void {
  for (const row of operators) {
    const fine = row.gross >= 0n && row.commission >= 0n && row.shared >= 0n;
    check(fine && row.commission + row.shared === row.gross, "An operator's line does not add up.", { row });
  }
  for (const row of pools)
    check(row.paid >= 0n && row.paid <= row.shared, "A pool paid more than it shared.", { row });
  for (const row of delegators) check(row.amount >= 0n, "A negative reward.", { row });
  const sharedByPools = groupBy(pools, (row) => keyOf(row.network, row.token, row.operator));
  const sharedByOperators = new Map(
    operators.map((row) => [keyOf(row.network, row.token, row.operator), row.shared]),
  );
  for (const [key, rows] of sharedByPools)
    check(
      sumOf(rows, (row) => row.shared) <= (sharedByOperators.get(key) ?? 0n),
      "An operator's pools share more than it left them.",
      { key },
    );
}

function check(holds: boolean, message: string, facts: Record<string, unknown>): void {
  if (!holds) throw new RewardsError(message, facts);
}

function potKey({ network, token }: PotKey): string {
  return keyOf(network, token);
}
