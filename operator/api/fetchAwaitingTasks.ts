import type { Hex } from "viem";
import { z } from "zod";
import { addressField, blockField, hashField, payloadField } from "../../lib/protocol/fields.ts";
import { awaitingTasksDocument } from "./operations.gen.ts";
import { readPages } from "./readPages.ts";

/** More tasks than fit wait for the next poll. */
const pages = { size: 50, most: 4 };

/** A task as the API shows it. */
export const awaitingTaskSchema = z
  .object({
    taskId: hashField,
    network: z.object({ address: addressField }),
    payload: payloadField,
    referenceBlock: blockField,
  })
  .transform(({ network, ...task }) => ({ ...task, network: network.address }));

export type AwaitingTask = z.infer<typeof awaitingTaskSchema>;

export type AwaitingTasks = {
  readonly tasks: AwaitingTask[];
  /** Entries that were no tasks. One bad entry does not hide the others. */
  readonly malformed: number;
};

/**
 * The open tasks to which the API has no response of this operator.
 *
 * @throws {ApiError} when the answer cannot be used at all.
 */
export async function fetchAwaitingTasks(
  url: string,
  operator: Hex,
  signal: AbortSignal,
): Promise<AwaitingTasks> {
  const found: AwaitingTasks["tasks"] = [];
  let malformed = 0;
  for await (const node of readPages(url, awaitingTasksDocument, operator, pages, signal)) {
    const task = awaitingTaskSchema.safeParse(node);
    if (task.success) found.push(task.data);
    else malformed++;
  }
  return { tasks: found, malformed };
}
