import type { Address, Hex } from "viem";

/** Something that happened on chain, at its place in the chain's order. */
export type LogItem = {
  readonly block: bigint;
  /** Among the logs of the block; 0 of a block itself. */
  readonly logIndex: number;
  /** Differs when the chain has something else at this place: of a log its transaction and time, of a block its hash. */
  readonly identity: string;
  readonly network?: Address;
  /** Operators whom it concerns, for the filter. */
  readonly operators: readonly Address[];
  /** What it is about: the id of a task or a slash, the hash of a block. */
  readonly subject: Hex;
  /** What happened, in the topic's own words. */
  readonly what: string;
  readonly timestamp: bigint;
};

export function isAfter(item: Place, place: Place): boolean {
  return item.block > place.block || (item.block === place.block && item.logIndex > place.logIndex);
}

export type Place = Pick<LogItem, "block" | "logIndex">;
