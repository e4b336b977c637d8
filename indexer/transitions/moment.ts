import type { Hex } from "viem";

/** Where and when an event happened. Timestamps are seconds of block time. */
export type Moment = {
  readonly block: bigint;
  readonly timestamp: bigint;
  readonly tx: Hex;
  readonly logIndex: number;
};

type RawEvent = {
  readonly block: { readonly number: bigint; readonly timestamp: bigint };
  readonly transaction: { readonly hash: Hex };
  readonly log: { readonly logIndex: number };
};

export function momentOf(event: RawEvent): Moment {
  return {
    block: event.block.number,
    timestamp: event.block.timestamp,
    tx: lower(event.transaction.hash),
    logIndex: event.log.logIndex,
  };
}

/** The columns that say where a row was first written. */
export function originOf(at: Moment) {
  return { createdBlock: at.block, createdAt: at.timestamp, createdTx: at.tx };
}

/** `block:logIndex`: unique for every event, and the same after a re-index. */
export function eventId(at: Moment): string {
  return `${at.block}:${at.logIndex}`;
}

/** Every row holds lowercase. Ponder 0.16 decodes addresses so; its documentation does not promise it. */
export function lower(hex: Hex): Hex {
  return hex.toLowerCase() as Hex;
}
