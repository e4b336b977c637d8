import type { Address, Hex } from "viem";
import type { TaskRow } from "../../lib/database/indexerTables.ts";

/** A task whose response was accepted on chain. */
export type RespondedTask = TaskRow & {
  response: Hex;
  response_hash: Hex;
  aggregator: Address;
  signed_weight: bigint;
  challenge_deadline: bigint;
  responded_block: bigint;
  responded_at: bigint;
  responded_tx: Hex;
};

/** The indexer writes all of a response's columns at once. */
export function isResponded(task: TaskRow): task is RespondedTask {
  return task.responded_block !== null;
}
