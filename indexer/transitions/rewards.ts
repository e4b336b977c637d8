import { type Hex, zeroHash } from "viem";
import type {
  claimed,
  epochRoot,
  rewardAccrual,
  rewardClaim,
  rewardRoot,
  rewardSchedule,
} from "../ponder.schema.ts";
import { enumName } from "./enumName.ts";
import { eventId, lower, type Moment, originOf } from "./moment.ts";

type ScheduleRow = typeof rewardSchedule.$inferInsert;
type AccrualRow = typeof rewardAccrual.$inferInsert;
type RootRow = typeof rewardRoot.$inferInsert;
type EpochRow = typeof epochRoot.$inferInsert;
type ClaimRow = typeof rewardClaim.$inferInsert;
type ClaimedRow = typeof claimed.$inferInsert;

/** `IRewardsCoordinator.AccrualSource`, by number. */
const sources = ["FEE", "FORFEITED_BOND", "SLASHED_STAKE"] as const;

export function rewardsScheduled(
  args: {
    readonly scheduleId: Hex;
    readonly network: Hex;
    readonly token: Hex;
    readonly amountPerEpoch: bigint;
    readonly firstEpoch: bigint;
    readonly epochs: bigint;
  },
  at: Moment,
): ScheduleRow {
  return {
    id: lower(args.scheduleId),
    network: lower(args.network),
    token: lower(args.token),
    amountPerEpoch: args.amountPerEpoch,
    firstEpoch: args.firstEpoch,
    epochs: args.epochs,
    ...originOf(at),
  };
}

/** @throws {RangeError} for a source that the contract's enum does not hold. */
export function rewardsAccrued(
  args: {
    readonly network: Hex;
    readonly token: Hex;
    readonly epoch: bigint;
    readonly amount: bigint;
    readonly source: number;
    readonly taskId: Hex;
  },
  at: Moment,
): AccrualRow {
  return {
    id: eventId(at),
    network: lower(args.network),
    token: lower(args.token),
    epoch: args.epoch,
    amount: args.amount,
    source: enumName("AccrualSource", sources, args.source),
    taskId: args.taskId === zeroHash ? null : lower(args.taskId),
    ...originOf(at),
  };
}

/** A submitted root, which from now on is the newest of its epoch. */
export function rootSubmitted(
  args: {
    readonly epoch: bigint;
    readonly root: Hex;
    readonly bundleHash: Hex;
    readonly total: bigint;
    readonly activatesAt: bigint;
  },
  at: Moment,
): { root: RootRow; epochRoot: EpochRow } {
  const id = `${args.epoch}:${eventId(at)}`;
  return {
    epochRoot: { epoch: args.epoch, rootId: id },
    root: {
      id,
      epoch: args.epoch,
      root: lower(args.root),
      bundleHash: lower(args.bundleHash),
      total: args.total,
      activatesAt: args.activatesAt,
      disabled: false,
      ...originOf(at),
    },
  };
}

export function rootDisabled(at: Moment) {
  return {
    disabled: true,
    disabledBlock: at.block,
    disabledAt: at.timestamp,
    disabledTx: at.tx,
  } satisfies Partial<RootRow>;
}

/** A payment, and the earner's total of that token so far. */
export function rewardsClaimed(
  args: {
    readonly earner: Hex;
    readonly token: Hex;
    readonly recipient: Hex;
    readonly amount: bigint;
    readonly cumulative: bigint;
  },
  at: Moment,
): { claim: ClaimRow; claimed: ClaimedRow } {
  const key = { earner: lower(args.earner), token: lower(args.token) };
  return {
    claimed: { ...key, cumulative: args.cumulative },
    claim: {
      id: eventId(at),
      ...key,
      recipient: lower(args.recipient),
      amount: args.amount,
      cumulative: args.cumulative,
      ...originOf(at),
    },
  };
}
