import type { Hex } from "viem";
import type { allocation, poolMagnitude, poolSlash } from "../ponder.schema.ts";
import { lower, type Moment, originOf } from "./moment.ts";
import type { Unversioned } from "./unversioned.ts";

export type AllocationRow = Unversioned<typeof allocation.$inferSelect>;
type PoolMagnitudeRow = typeof poolMagnitude.$inferInsert;
type PoolSlashRow = typeof poolSlash.$inferInsert;

/** The key of the part of an operator's pool that answers to a network, lowercase. */
export function allocationKey(args: { operator: Hex; network: Hex; asset: Hex }) {
  return { operator: lower(args.operator), network: lower(args.network), asset: lower(args.asset) };
}

/** The magnitude that counts at `timestamp`, as the contract's `magnitudeOf` says it then. */
export function magnitudeAt(
  row: Pick<AllocationRow, "magnitude" | "nextMagnitude" | "effectiveAt">,
  timestamp: bigint,
): bigint {
  return timestamp >= row.effectiveAt ? row.nextMagnitude : row.magnitude;
}

/** The allocation from this change on: the old magnitude until `effectiveAt`, then the new one. */
export function allocationScheduled(
  args: {
    readonly operator: Hex;
    readonly network: Hex;
    readonly asset: Hex;
    readonly oldMagnitude: bigint;
    readonly newMagnitude: bigint;
    readonly effectiveAt: bigint;
  },
  at: Moment,
): AllocationRow {
  return {
    ...allocationKey(args),
    magnitude: args.oldMagnitude,
    nextMagnitude: args.newMagnitude,
    effectiveAt: args.effectiveAt,
    ...originOf(at),
  };
}

type AllocationSlashed = {
  readonly slashId: Hex;
  readonly operator: Hex;
  readonly asset: Hex;
  readonly network: Hex;
  readonly magnitudeSlashed: bigint;
  readonly magnitudeAfter: bigint;
  readonly nextMagnitudeAfter: bigint;
  readonly totalMagnitudeAfter: bigint;
};

/**
 * What a slash leaves of an allocation and of its pool's magnitude, and the first part of its record. A change that waits
 * goes on waiting for the same time, so `effectiveAt` stays.
 */
export function allocationSlashed(
  args: AllocationSlashed,
  at: Moment,
): {
  allocation: Pick<AllocationRow, "magnitude" | "nextMagnitude">;
  poolMagnitude: PoolMagnitudeRow;
  poolSlash: PoolSlashRow;
} {
  const { operator, network, asset } = allocationKey(args);
  return {
    allocation: { magnitude: args.magnitudeAfter, nextMagnitude: args.nextMagnitudeAfter },
    poolMagnitude: { operator, asset, totalMagnitude: args.totalMagnitudeAfter },
    poolSlash: {
      slashId: lower(args.slashId),
      operator,
      asset,
      network,
      magnitudeSlashed: args.magnitudeSlashed,
      magnitudeAfter: args.magnitudeAfter,
      totalMagnitudeAfter: args.totalMagnitudeAfter,
      block: at.block,
      logIndex: at.logIndex,
      timestamp: at.timestamp,
    },
  };
}
