import { zeroAddress, zeroHash } from "viem";
import type { TaskRow } from "../../lib/database/indexerTables.ts";

/** An open task of a test, as the indexer would write it. */
export function taskRow(facts: Partial<TaskRow> & Pick<TaskRow, "id">): TaskRow {
  return {
    network: zeroAddress,
    creator: zeroAddress,
    payload: "0x",
    reference_block: 10n,
    deadline: 1_000n,
    quorum_bps: 6_667,
    fee_token: zeroAddress,
    fee: 0n,
    status: "OPEN",
    created_log_index: 0,
    total_weight: 300n,
    response: null,
    response_hash: null,
    signed_weight: null,
    aggregator: null,
    challenge_deadline: null,
    responded_block: null,
    responded_at: null,
    responded_tx: null,
    closed_block: null,
    closed_at: null,
    closed_tx: null,
    created_block: 11n,
    created_at: 900n,
    created_tx: zeroHash,
    ...facts,
  };
}
