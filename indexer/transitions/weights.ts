import type { Hex } from "viem";
import type { aggregateKeyCheckpoint, operatorWeight } from "../ponder.schema.ts";
import { lower, type Moment } from "./moment.ts";

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

/** An operator's weight from one asset. */
export function weightUpdated(update: WeightUpdate): WeightRow {
  return {
    network: lower(update.network),
    operator: lower(update.operator),
    asset: lower(update.asset),
    weight: update.weight,
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
