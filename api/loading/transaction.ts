import type { Hex } from "viem";

type Origin = { readonly created_block: bigint; readonly created_at: bigint; readonly created_tx: Hex };

/** The transaction that wrote a row first. */
export function originOf(row: Origin): { hash: Hex; block: bigint; timestamp: bigint } {
  return { hash: row.created_tx, block: row.created_block, timestamp: row.created_at };
}
