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

/** The totals that a pool's event tells. */
export function poolTotals(args: {
  readonly totalAssets: bigint;
  readonly totalShares: bigint;
}): Pick<PoolRow, "totalAssets" | "totalShares"> {
  return { totalAssets: args.totalAssets, totalShares: args.totalShares };
}

/** A pool after its first deposit. */
export function poolOpened(
  args: {
    readonly operator: Hex;
    readonly asset: Hex;
    readonly totalAssets: bigint;
    readonly totalShares: bigint;
  },
  at: Moment,
): PoolRow {
  return {
    operator: lower(args.operator),
    asset: lower(args.asset),
    ...poolTotals(args),
    queuedShares: 0n,
    ...originOf(at),
  };
}

/** A delegator's active shares after its first deposit. */
export function delegationOpened(
  args: { readonly delegator: Hex; readonly operator: Hex; readonly asset: Hex; readonly shares: bigint },
  at: Moment,
): DelegationRow {
  return { ...delegationKey(args), shares: args.shares, ...originOf(at) };
}

/** The delegator's active shares after one more deposit. */
export function sharesAdded(
  row: Pick<DelegationRow, "shares">,
  shares: bigint,
): Pick<DelegationRow, "shares"> {
  return { shares: row.shares + shares };
}

/**
 * The delegator's active shares after some of them were queued.
 *
 * @throws {RangeError} when more is queued than the delegator holds: rows and chain have parted.
 */
export function sharesTaken(
  row: Pick<DelegationRow, "delegator" | "shares">,
  shares: bigint,
): Pick<DelegationRow, "shares"> {
  if (shares > row.shares) {
    throw new RangeError(`${row.delegator} queued ${shares} shares and holds ${row.shares}`);
  }
  return { shares: row.shares - shares };
}

/** The pool with these shares in its queue. Totals stay: queued shares remain in the pool. */
export function sharesQueued(
  row: Pick<PoolRow, "queuedShares">,
  shares: bigint,
): Pick<PoolRow, "queuedShares"> {
  return { queuedShares: row.queuedShares + shares };
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

/** What the payment changes in a withdrawal. */
export function withdrawalPaid(
  args: { readonly assetsPaid: bigint; readonly assetsLostToSlashing: bigint },
  at: Moment,
) {
  return {
    assetsPaid: args.assetsPaid,
    assetsLostToSlashing: args.assetsLostToSlashing,
    completedBlock: at.block,
    completedAt: at.timestamp,
    completedTx: at.tx,
  } satisfies Partial<WithdrawalRow>;
}

/** The pool without the shares of a withdrawal that was paid. */
export function sharesPaid(
  row: Pick<PoolRow, "queuedShares">,
  shares: bigint,
  args: { readonly totalAssets: bigint; readonly totalShares: bigint },
): Pick<PoolRow, "totalAssets" | "totalShares" | "queuedShares"> {
  return { ...poolTotals(args), queuedShares: row.queuedShares - shares };
}
