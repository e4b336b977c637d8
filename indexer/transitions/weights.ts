import type { Hex } from "viem";
import type { aggregateKeyCheckpoint, operatorWeight, weightCheckpoint } from "../ponder.schema.ts";
import { lower, type Moment } from "./moment.ts";

type CheckpointRow = typeof weightCheckpoint.$inferInsert;
type WeightRow = typeof operatorWeight.$inferInsert;
type KeyRow = typeof aggregateKeyCheckpoint.$inferInsert;

export type WeightUpdate = {
  readonly network: Hex;
  readonly operator: Hex;
  readonly asset: Hex;
  readonly weight: bigint;
  readonly operatorTotal: bigint;
  readonly networkTotal: bigint;
};

/** A step in time and the value now, of one operator's weight from one asset. */
export function weightUpdated(
  update: WeightUpdate,
  at: Moment,
): { checkpoint: CheckpointRow; current: WeightRow } {
  const key = {
    network: lower(update.network),
    operator: lower(update.operator),
    asset: lower(update.asset),
  };
  return {
    current: { ...key, weight: update.weight },
    checkpoint: {
      ...key,
      block: at.block,
      logIndex: at.logIndex,
      timestamp: at.timestamp,
      weight: update.weight,
      operatorTotal: update.operatorTotal,
      networkTotal: update.networkTotal,
    },
  };
}

export function aggregateKeyUpdated(
  args: { readonly network: Hex; readonly aggregateKey: Hex },
  at: Moment,
): KeyRow {
  return {
    network: lower(args.network),
    block: at.block,
    logIndex: at.logIndex,
    aggregateKey: lower(args.aggregateKey),
  };
}
