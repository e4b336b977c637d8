import type { Hex } from "viem";
import type { commission, operator } from "../ponder.schema.ts";
import { lower, type Moment, originOf } from "./moment.ts";

type OperatorRow = typeof operator.$inferInsert;
type CommissionRow = typeof commission.$inferInsert;

/** A registration makes the operator and its first commission, in force since the first epoch. */
export function registered(
  args: {
    readonly operator: Hex;
    readonly payout: Hex;
    readonly blsKey: Hex;
    readonly commissionBps: number;
    readonly metadataURI: string;
  },
  at: Moment,
): { operator: OperatorRow; commission: CommissionRow } {
  const address = lower(args.operator);
  return {
    operator: {
      address,
      payout: lower(args.payout),
      blsKey: lower(args.blsKey),
      metadataUri: args.metadataURI,
      ...originOf(at),
    },
    commission: {
      operator: address,
      effectiveEpoch: 0n,
      commissionBps: args.commissionBps,
      ...originOf(at),
    },
  };
}

/** The commission that an announcement puts in force from its epoch on. */
export function commissionScheduled(
  args: { readonly operator: Hex; readonly newBps: number; readonly effectiveEpoch: bigint },
  at: Moment,
): CommissionRow {
  return {
    operator: lower(args.operator),
    effectiveEpoch: args.effectiveEpoch,
    commissionBps: args.newBps,
    ...originOf(at),
  };
}
