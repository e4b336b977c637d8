import type { Hex } from "viem";
import type { poolSlash, reportCommitment, slash } from "../ponder.schema.ts";
import type { PoolRow } from "./delegations.ts";
import { enumName } from "./enumName.ts";
import { lower, type Moment, originOf } from "./moment.ts";
import { slashSink } from "./networks.ts";

type SlashRow = typeof slash.$inferInsert;
type PoolSlashRow = typeof poolSlash.$inferInsert;
type CommitmentRow = typeof reportCommitment.$inferInsert;

/** `ISlashingManager.Offence`, by number. */
const offences = ["WRONG_RESPONSE", "EQUIVOCATION"] as const;

/** @throws {RangeError} for an offence that the contract's enum does not hold. */
export function operatorSlashed(
  args: {
    readonly slashId: Hex;
    readonly operator: Hex;
    readonly network: Hex;
    readonly taskId: Hex;
    readonly offence: number;
    readonly reporter: Hex;
    readonly evidenceHash: Hex;
    readonly fraction: bigint;
  },
  at: Moment,
): SlashRow {
  return {
    id: lower(args.slashId),
    operator: lower(args.operator),
    network: lower(args.network),
    taskId: lower(args.taskId),
    offence: enumName("Offence", offences, args.offence),
    reporter: lower(args.reporter),
    evidenceHash: lower(args.evidenceHash),
    fraction: args.fraction,
    createdLogIndex: at.logIndex,
    ...originOf(at),
  };
}

/** The key of what one slash took of one asset, lowercase. */
export function poolSlashKey(args: { slashId: Hex; asset: Hex }) {
  return { slashId: lower(args.slashId), asset: lower(args.asset) };
}

/**
 * The pool's totals after a slash, and what its record learns. Shares stay as they are, active and queued: each
 * delegator's loss follows from the totals, so nothing here grows with their number.
 */
export function poolSlashed(args: {
  readonly fraction: bigint;
  readonly activeSlashed: bigint;
  readonly queuedSlashed: bigint;
  readonly assetsPerShareBefore: bigint;
  readonly assetsPerShareAfter: bigint;
  readonly totalAssets: bigint;
  readonly totalShares: bigint;
}): { pool: Pick<PoolRow, "totalAssets" | "totalShares">; poolSlash: Partial<PoolSlashRow> } {
  return {
    pool: { totalAssets: args.totalAssets, totalShares: args.totalShares },
    poolSlash: {
      fraction: args.fraction,
      activeSlashed: args.activeSlashed,
      queuedSlashed: args.queuedSlashed,
      assetsPerShareBefore: args.assetsPerShareBefore,
      assetsPerShareAfter: args.assetsPerShareAfter,
      totalAssetsAfter: args.totalAssets,
      totalShares: args.totalShares,
    },
  };
}

/**
 * Who got what a slash took of one asset.
 *
 * @throws {RangeError} for a sink that the contract's enum does not hold.
 */
export function slashDistributed(
  args: {
    readonly reporterAmount: bigint;
    readonly sink: number;
    readonly sinkRecipient: Hex;
    readonly sinkAmount: bigint;
  },
  at: Moment,
) {
  return {
    reporterAmount: args.reporterAmount,
    sink: slashSink(args.sink),
    sinkRecipient: lower(args.sinkRecipient),
    sinkAmount: args.sinkAmount,
    distributedBlock: at.block,
    distributedAt: at.timestamp,
    distributedTx: at.tx,
  } satisfies Partial<PoolSlashRow>;
}

export function reportCommitted(args: { readonly commitment: Hex }, at: Moment): CommitmentRow {
  return { commitment: lower(args.commitment), ...originOf(at) };
}
