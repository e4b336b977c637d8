import type { JobContext } from "../context.ts";
import { defineJob } from "../queue/defineJob.ts";
import { type TaskPayload, taskPayload } from "../queue/taskPayload.ts";
import { closeTask } from "./closeTask.ts";
import { listExpirable, listFinalizable } from "./queries.ts";

/** Makes responses final that nobody challenged in time. */
export const finalizeJob = defineJob<JobContext, TaskPayload>({
  name: "finalize",
  payload: taskPayload,
  concurrency: 4,
  everyMs: 2_000,
  unfinished: async ({ db }) => (await listFinalizable(db)).map((taskId) => ({ taskId })),
  run: (context, { taskId }) => closeTask(context, "finalize", taskId),
});

/** Marks tasks that got no response in time. */
export const expireJob = defineJob<JobContext, TaskPayload>({
  name: "expire",
  payload: taskPayload,
  concurrency: 4,
  everyMs: 2_000,
  unfinished: async ({ db }) => (await listExpirable(db)).map((taskId) => ({ taskId })),
  run: (context, { taskId }) => closeTask(context, "expire", taskId),
});
