import type { PayloadRow } from "../plan/PayloadRow.ts";
import type { LogUpdate } from "./LogTopic.ts";
import type { EpochUpdate } from "./topics/EpochTopic.ts";

type Topic = "tasks" | "slashes" | "blocks" | "epochs";
const types = { tasks: "TaskUpdate", slashes: "SlashUpdate", blocks: "BlockUpdate", epochs: "EpochUpdate" };

/** An update as the columns that its plan reads. */
export function updateRow(topic: Topic, update: LogUpdate | EpochUpdate): PayloadRow {
  const { kind, cursor } = update;
  const of = { __typename: types[topic], kind, cursor };
  if ("status" in update) return { ...of, status: update.status, epoch: update.epoch };
  const { block, item } = update;
  return {
    ...of,
    block,
    log_index: item?.logIndex,
    step: item?.what,
    subject: item?.subject,
    timestamp: item?.timestamp,
  };
}
