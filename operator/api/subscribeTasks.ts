import type { Hex } from "viem";
import { z } from "zod";
import { readEvents } from "../http/readEvents.ts";
import { type AwaitingTask, awaitingTaskSchema } from "./fetchAwaitingTasks.ts";
import { taskUpdatesDocument } from "./operations.gen.ts";
import { ApiError } from "./postGraphql.ts";

/** A payload has 4096 bytes at most. */
const mostCharacters = 64 * 1024;
/** The API sends a comment every 12 s. */
const silentMs = 30_000;

const updateSchema = z.object({
  data: z.object({
    tasks: z.object({
      kind: z.string(),
      cursor: z.string().max(1_000),
      step: z.string().nullable(),
      task: z.unknown(),
    }),
  }),
});

/** A task that was created, or none: something else happened. */
export type TaskUpdate = { readonly cursor: string; readonly created: AwaitingTask | undefined };

/**
 * Listens to an API for tasks that ask this operator, from a cursor on. What it says is believed as little as an answer to
 * a query, and retractions are not needed: each task is looked up on chain.
 *
 * @throws {ApiError} when the line cannot be opened, is ended by the API, or says what is no update.
 * @throws {NoAnswerError} when it falls silent or an event is too long.
 */
export async function* subscribeTasks(
  url: string,
  operator: Hex,
  after: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<TaskUpdate> {
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "text/event-stream",
      "x-nektar-csrf": "nektar-operator",
    },
    body: JSON.stringify({
      query: taskUpdatesDocument.text,
      variables: { operator, after: after ?? null },
    }),
    redirect: "error",
    signal,
  });
  const type = response.headers.get("content-type") ?? "";
  if (!response.ok || response.body === null || !type.startsWith("text/event-stream")) {
    await response.body?.cancel();
    throw new ApiError(`The API opens no subscription (status ${response.status}).`);
  }
  for await (const { event, data } of readEvents(response.body, { mostCharacters, silentMs, signal })) {
    if (event === "complete") break;
    yield readUpdate(data);
  }
  throw new ApiError("The API ended the subscription.");
}

function readUpdate(data: string): TaskUpdate {
  let json: unknown;
  try {
    json = JSON.parse(data);
  } catch {
    throw new ApiError("The API sent an event that is not JSON.");
  }
  const update = updateSchema.safeParse(json);
  if (!update.success) throw new ApiError("The API sent an event that is no update.");
  const { kind, cursor, step, task } = update.data.data.tasks;
  if (kind !== "ADDED" || step !== "CREATED") return { cursor, created: undefined };
  return { cursor, created: awaitingTaskSchema.safeParse(task).data };
}
