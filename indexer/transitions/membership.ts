import type { Hex } from "viem";
import type { networkOperator } from "../ponder.schema.ts";
import { lower, type Moment, originOf } from "./moment.ts";
import type { Unversioned } from "./unversioned.ts";

export type Member = Unversioned<typeof networkOperator.$inferSelect>;

/** An operator that has no weight in the network yet and has not opted in. */
export function newMember(args: { readonly network: Hex; readonly operator: Hex }, at: Moment): Member {
  return {
    network: lower(args.network),
    operator: lower(args.operator),
    optedIn: false,
    slashableUntil: null,
    weight: 0n,
    weightBlock: at.block,
    weightBefore: 0n,
    assignedTasks: 0n,
    signedTasks: 0n,
    ...originOf(at),
  };
}

export function optedIn(): Pick<Member, "optedIn" | "slashableUntil"> {
  return { optedIn: true, slashableUntil: null };
}

export function optedOut(slashableUntil: bigint): Pick<Member, "optedIn" | "slashableUntil"> {
  return { optedIn: false, slashableUntil };
}

/**
 * The member's weight over all assets after a change. Several changes in one block keep the weight of the block before
 * it, since tasks refer to ends of blocks.
 */
export function weightChanged(
  member: Pick<Member, "weight" | "weightBlock" | "weightBefore">,
  operatorTotal: bigint,
  block: bigint,
): Pick<Member, "weight" | "weightBlock" | "weightBefore"> {
  const sameBlock = member.weightBlock === block;
  return {
    weight: operatorTotal,
    weightBlock: block,
    weightBefore: sameBlock ? member.weightBefore : member.weight,
  };
}

/**
 * The recorded weight at the end of `referenceBlock`, which must be the block before the current one or later: of the
 * past only one step is kept.
 */
export function weightAtEndOf(
  member: Pick<Member, "weight" | "weightBlock" | "weightBefore">,
  referenceBlock: bigint,
): bigint {
  return member.weightBlock > referenceBlock ? member.weightBefore : member.weight;
}
