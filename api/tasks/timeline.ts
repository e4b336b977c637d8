import type { Hex } from "viem";
import type { ChallengeRow, SlashRow, TaskRow, TaskStatus } from "../../lib/database/indexerTables.ts";
import { originOf } from "../loading/transaction.ts";
import { isResponded } from "./models.ts";

export type TaskEventKind =
  | "CREATED"
  | "RESPONDED"
  | "CHALLENGED"
  | "REJECTED"
  | "SLASHED"
  | "FINALISED"
  | "EXPIRED";
export type TaskEvent = {
  readonly kind: TaskEventKind;
  readonly transaction: { hash: Hex; block: bigint; timestamp: bigint };
};

/**
 * What happened to a task, in order: by block, and in one block as the contracts emit it.
 *
 * @param challenges of its response, @param slashes for offences on it, both oldest first.
 */
export function timelineOf(
  task: TaskRow,
  challenges: readonly ChallengeRow[],
  slashes: readonly SlashRow[],
): TaskEvent[] {
  const events: TaskEvent[] = [{ kind: "CREATED", transaction: originOf(task) }];
  if (isResponded(task)) events.push({ kind: "RESPONDED", transaction: responseTransaction(task) });
  for (const challenge of challenges) events.push({ kind: "CHALLENGED", transaction: originOf(challenge) });
  if (task.closed_block !== null && task.closed_at !== null && task.closed_tx !== null) {
    events.push({
      kind: closingKind(task.status),
      transaction: { hash: task.closed_tx, block: task.closed_block, timestamp: task.closed_at },
    });
  }
  for (const slash of slashes) events.push({ kind: "SLASHED", transaction: originOf(slash) });
  return events.sort((one, other) => Number(one.transaction.block - other.transaction.block));
}

function closingKind(status: TaskStatus): TaskEventKind {
  if (status === "EXPIRED") return "EXPIRED";
  return status === "REJECTED" ? "REJECTED" : "FINALISED";
}

export function responseTransaction(task: {
  responded_tx: Hex;
  responded_block: bigint;
  responded_at: bigint;
}): TaskEvent["transaction"] {
  return { hash: task.responded_tx, block: task.responded_block, timestamp: task.responded_at };
}
