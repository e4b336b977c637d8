import { type Hex, zeroAddress } from "viem";
import type { activityHour, rewardHour, stakeHour } from "../ponder.schema.ts";
import { lower, type Moment } from "../transitions/moment.ts";

type ActivityRow = typeof activityHour.$inferSelect;
type StakeRow = typeof stakeHour.$inferSelect;
type RewardRow = typeof rewardHour.$inferSelect;
type Key = "scope" | "subject" | "start" | "asset" | "token";

export type Activity = Partial<Omit<ActivityRow, Key>>;
export type StakeMove = Partial<Omit<StakeRow, Key>>;
export type RewardMove = Partial<Omit<RewardRow, Key>>;

/** Whose hour it is. */
export type Subject = { readonly scope: "TOTAL" | "NETWORK" | "OPERATOR"; readonly subject: Hex };

export const everything: Subject = { scope: "TOTAL", subject: zeroAddress };
export const ofNetwork = (network: Hex): Subject => ({ scope: "NETWORK", subject: lower(network) });
export const ofOperator = (operator: Hex): Subject => ({ scope: "OPERATOR", subject: lower(operator) });

const secondsOfHour = 3_600n;
const startOf = ({ timestamp }: Moment) => timestamp - (timestamp % secondsOfHour);

const noActivity = {
  tasksCreated: 0n,
  tasksResponded: 0n,
  tasksExpired: 0n,
  tasksFinalized: 0n,
  tasksRejected: 0n,
  challengesRaised: 0n,
  assigned: 0n,
  signed: 0n,
  slashes: 0n,
};

export function activityOf(subject: Subject, happened: Activity, at: Moment): ActivityRow {
  return { ...noActivity, weight: null, ...happened, ...subject, start: startOf(at) };
}

export function stakeOf(subject: Subject, asset: Hex, moved: StakeMove, at: Moment): StakeRow {
  const none = { deposited: 0n, withdrawn: 0n, slashed: 0n, staked: null };
  return { ...none, ...moved, ...subject, asset: lower(asset), start: startOf(at) };
}

export function rewardsOf(subject: Subject, token: Hex, moved: RewardMove, at: Moment): RewardRow {
  const none = { fees: 0n, forfeitedBonds: 0n, slashedStake: 0n, claimed: 0n };
  return { ...none, ...moved, ...subject, token: lower(token), start: startOf(at) };
}

const cameInAs: Readonly<Record<string, keyof RewardMove>> = {
  FEE: "fees",
  FORFEITED_BOND: "forfeitedBonds",
  SLASHED_STAKE: "slashedStake",
};

/** @throws {RangeError} for a source that has no column. */
export function cameIn({ source, amount }: { source: string; amount: bigint }): RewardMove {
  const column = cameInAs[source];
  if (!column) throw new RangeError(`no column for what came in as ${source}`);
  return { [column]: amount };
}

/** What an hour says once more happened in it: counts grow; of `latest`, what stands at the end, the newest counts. */
export function added<Row extends object>(row: Row, more: Partial<Row>, latest?: keyof Row): Partial<Row> {
  const sums = Object.entries(more).map(([column, value]) => {
    if (column === latest) return [column, value];
    return [column, (row[column as keyof Row] as bigint) + (value as bigint)];
  });
  return Object.fromEntries(sums) as Partial<Row>;
}
