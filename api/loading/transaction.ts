import type { Hex } from "viem";

type Origin = { readonly created_block: bigint; readonly created_at: bigint; readonly created_tx: Hex };

/** A transaction as rows tell of it; how final it is follows from its block. */
export type TransactionModel = { readonly hash: Hex; readonly block: bigint; readonly timestamp: bigint };

/** The transaction that wrote a row first. */
export function originOf(row: Origin): TransactionModel {
  return { hash: row.created_tx, block: row.created_block, timestamp: row.created_at };
}
