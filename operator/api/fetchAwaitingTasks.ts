import type { Hex } from "viem";
import { z } from "zod";
import { addressField, blockField, hashField, payloadField } from "../../lib/protocol/fields.ts";
import { awaitingTasksDocument } from "./operations.gen.ts";
import { ApiError, postGraphql } from "./postGraphql.ts";

const pageSize = 50;
/** More tasks than these wait for the next poll, so that an answer without an end cannot hold the client. */
const mostPages = 4;

const pageSchema = z.object({
  tasks: z.object({
    nodes: z.array(z.unknown()).max(pageSize),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().max(1_000).nullable() }),
  }),
});

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
  let after: string | null = null;
  for (let page = 0; page < mostPages; page++) {
    const data = await postGraphql(url, awaitingTasksDocument, { operator, first: pageSize, after }, signal);
    const parsed = pageSchema.safeParse(data);
    if (!parsed.success) throw new ApiError("The API's answer has not the form that the schema promises.");
    const { nodes, pageInfo } = parsed.data.tasks;
    for (const node of nodes) {
      const task = awaitingTaskSchema.safeParse(node);
      if (task.success) found.push(task.data);
      else malformed++;
    }
    if (!pageInfo.hasNextPage || pageInfo.endCursor === null) break;
    after = pageInfo.endCursor;
  }
  return { tasks: found, malformed };
}
