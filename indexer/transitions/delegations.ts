import type { Hex } from "viem";
import type { delegation, pool, withdrawal } from "../ponder.schema.ts";
import { lower, type Moment, originOf } from "./moment.ts";
import type { Unversioned } from "./unversioned.ts";

export type PoolRow = Unversioned<typeof pool.$inferSelect>;
export type DelegationRow = Unversioned<typeof delegation.$inferSelect>;
export type WithdrawalRow = typeof withdrawal.$inferSelect;

/** The key of a delegator's shares in one operator's pool of one asset, lowercase. */
export function delegationKey(args: { delegator: Hex; operator: Hex; asset: Hex }) {
  return { delegator: lower(args.delegator), operator: lower(args.operator), asset: lower(args.asset) };
}

/** The pool after a deposit. Its totals are the event's; queued shares stay. */
export function poolAfterDeposit(
  row: PoolRow | null,
  args: {
    readonly operator: Hex;
    readonly asset: Hex;
    readonly totalAssets: bigint;
    readonly totalShares: bigint;
  },
  at: Moment,
): PoolRow {
  const totals = { totalAssets: args.totalAssets, totalShares: args.totalShares };
  if (row) return { ...row, ...totals };
  return {
    operator: lower(args.operator),
    asset: lower(args.asset),
    ...totals,
    queuedShares: 0n,
    ...originOf(at),
  };
}

/** The delegator's active shares after a deposit. */
export function delegationAfterDeposit(
  row: DelegationRow | null,
  args: {
    readonly delegator: Hex;
    readonly operator: Hex;
    readonly asset: Hex;
    readonly shares: bigint;
  },
  at: Moment,
): DelegationRow {
  if (row) return { ...row, shares: row.shares + args.shares };
  return { ...delegationKey(args), shares: args.shares, ...originOf(at) };
}

/**
 * Moves shares from a delegator's active ones to the pool's queue. Totals stay: queued shares remain in the pool.
 *
 * @throws {RangeError} when more is queued than the delegator holds: rows and chain have parted.
 */
export function sharesQueued(
  row: DelegationRow,
  poolRow: PoolRow,
  shares: bigint,
): { delegation: DelegationRow; pool: PoolRow } {
  if (shares > row.shares) {
    throw new RangeError(`${row.delegator} queued ${shares} shares and holds ${row.shares}`);
  }
  return {
    delegation: { ...row, shares: row.shares - shares },
    pool: { ...poolRow, queuedShares: poolRow.queuedShares + shares },
  };
}

export function withdrawalQueued(
  args: {
    readonly withdrawalId: Hex;
    readonly delegator: Hex;
    readonly operator: Hex;
    readonly asset: Hex;
    readonly shares: bigint;
    readonly unlockAt: bigint;
  },
  at: Moment,
): WithdrawalRow {
  return {
    id: lower(args.withdrawalId),
    ...delegationKey(args),
    shares: args.shares,
    unlockAt: args.unlockAt,
    assetsPaid: null,
    assetsLostToSlashing: null,
    completedBlock: null,
    completedAt: null,
    completedTx: null,
    ...originOf(at),
  };
}

/** The withdrawal with its payment, and the pool without its shares. */
export function withdrawalCompleted(
  row: WithdrawalRow,
  poolRow: PoolRow,
  args: {
    readonly assetsPaid: bigint;
    readonly assetsLostToSlashing: bigint;
    readonly totalAssets: bigint;
    readonly totalShares: bigint;
  },
  at: Moment,
): { withdrawal: WithdrawalRow; pool: PoolRow } {
  return {
    withdrawal: {
      ...row,
      assetsPaid: args.assetsPaid,
      assetsLostToSlashing: args.assetsLostToSlashing,
      completedBlock: at.block,
      completedAt: at.timestamp,
      completedTx: at.tx,
    },
    pool: {
      ...poolRow,
      totalAssets: args.totalAssets,
      totalShares: args.totalShares,
      queuedShares: poolRow.queuedShares - row.shares,
    },
  };
}
