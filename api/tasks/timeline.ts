import type { Hex } from "viem";
import type { TaskRow } from "../../lib/database/indexerTables.ts";
import { originOf } from "../loading/transaction.ts";
import { isResponded } from "./models.ts";

export type TaskEventKind = "CREATED" | "RESPONDED" | "FINALISED" | "EXPIRED";
export type TaskEvent = {
  readonly kind: TaskEventKind;
  readonly transaction: { hash: Hex; block: bigint; timestamp: bigint };
};

/** Everything that happened to a task, in order. Its row holds all of it. */
export function timelineOf(task: TaskRow): TaskEvent[] {
  const events: TaskEvent[] = [{ kind: "CREATED", transaction: originOf(task) }];
  if (isResponded(task)) events.push({ kind: "RESPONDED", transaction: responseTransaction(task) });
  if (task.closed_block !== null && task.closed_at !== null && task.closed_tx !== null) {
    events.push({
      kind: task.status === "EXPIRED" ? "EXPIRED" : "FINALISED",
      transaction: { hash: task.closed_tx, block: task.closed_block, timestamp: task.closed_at },
    });
  }
  return events;
}

export function responseTransaction(task: {
  responded_tx: Hex;
  responded_block: bigint;
  responded_at: bigint;
}): TaskEvent["transaction"] {
  return { hash: task.responded_tx, block: task.responded_block, timestamp: task.responded_at };
}
