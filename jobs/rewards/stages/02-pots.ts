import { groupBy, keyOf, sumOf } from "../arithmetic.ts";
import type { Accrual, EpochInput, Pot, PotKey, Schedule } from "../types.ts";

type PotsInput = Pick<EpochInput, "epoch" | "schedules" | "accruals" | "carries">;
type Part = PotKey & {
  readonly name: "scheduled" | "fees" | "forfeited" | "carryIn";
  readonly amount: bigint;
};

/** Section 2: the pot of every network and token that has anything to pay, carries of the epoch before included. */
export function calculatePots(input: PotsInput): Pot[] {
  const parts: Part[] = [
    ...input.schedules.filter((schedule) => covers(schedule, input.epoch)).map(partOfSchedule),
    ...input.accruals.map(partOfAccrual),
    ...input.carries.map((carry) => ({ ...carry, name: "carryIn" as const })),
  ];
  return groupBy(parts, ({ network, token }) => keyOf(network, token))
    .map(([, group]) => potOf(group))
    .filter((pot) => pot.pot > 0n);
}

function covers(schedule: Schedule, epoch: bigint): boolean {
  return schedule.firstEpoch <= epoch && epoch < schedule.firstEpoch + schedule.epochs;
}

function partOfSchedule({ network, token, amountPerEpoch }: Schedule): Part {
  return { network, token, name: "scheduled", amount: amountPerEpoch };
}

function partOfAccrual({ network, token, amount, source }: Accrual): Part {
  return { network, token, name: source === "FEE" ? "fees" : "forfeited", amount };
}

function potOf(parts: readonly Part[]): Pot {
  const { network, token } = parts[0] as Part;
  const of = (name: Part["name"]) =>
    sumOf(
      parts.filter((part) => part.name === name),
      (part) => part.amount,
    );
  const [scheduled, fees, forfeited, carryIn] = [of("scheduled"), of("fees"), of("forfeited"), of("carryIn")];
  const pot = scheduled + fees + forfeited + carryIn;
  return { network, token, scheduled, fees, forfeited, carryIn, pot };
}
