import { byText, key } from "./integrate.ts";
import type { EpochInput, Pot } from "./types.ts";

/** Stage 2: schedules, fees, forfeited amounts and the last carry become one pot per network and token. */
export function makePots(input: Pick<EpochInput, "schedules" | "accruals" | "carries">): Pot[] {
  const pots = new Map<string, { -readonly [Field in keyof Pot]: Pot[Field] }>();
  const potOf = ({ network, token }: Pick<Pot, "network" | "token">) => {
    const id = key(network, token);
    const known = pots.get(id);
    if (known) return known;
    const pot = { network, token, scheduled: 0n, fees: 0n, forfeited: 0n, carryIn: 0n, pot: 0n };
    pots.set(id, pot);
    return pot;
  };
  for (const schedule of input.schedules) potOf(schedule).scheduled += schedule.amountPerEpoch;
  for (const accrual of input.accruals) {
    potOf(accrual)[accrual.source === "FEE" ? "fees" : "forfeited"] += accrual.amount;
  }
  for (const carry of input.carries) potOf(carry).carryIn += carry.amount;
  return [...pots.values()]
    .map((pot) => ({ ...pot, pot: pot.scheduled + pot.fees + pot.forfeited + pot.carryIn }))
    .sort((a, b) => byText(key(a.network, a.token), key(b.network, b.token)));
}
