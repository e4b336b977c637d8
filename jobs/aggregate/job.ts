import { encodeFunctionData, type Hex } from "viem";
import { taskManagerAbi } from "../../contracts/generated/taskManager.ts";
import { type Aggregate, aggregateResponses } from "../../lib/aggregation/aggregateResponses.ts";
import { RevertedError } from "../../lib/chain/revert.ts";
import { NektarError } from "../../lib/errors/NektarError.ts";
import { responseDigest } from "../../lib/protocol/messages.ts";
import type { JobContext } from "../context.ts";
import { defineJob } from "../queue/defineJob.ts";
import { type TaskPayload, taskPayload } from "../queue/taskPayload.ts";
import { findState } from "../transactions/queries.ts";
import { sendIntent } from "../transactions/sendIntent.ts";
import {
  findAggregateKey,
  findOpenTask,
  listAnswerable,
  listAssigned,
  listResponses,
  type OpenTask,
} from "./queries.ts";

/** Reverts that say that the task needs no response of ours any more, or that none is taken now (then it is found again). */
const settledReasons = ["TaskNotOpen", "ResponseWindowClosed", "GroupPaused"];

/** A task was found to have its quorum, but its signatures or keys say otherwise: to be looked at again, ever more rarely. */
class NoAggregateError extends NektarError {
  readonly code = "NO_AGGREGATE";
}

/** Answers a task as soon as the stored signatures for one response reach the quorum. */
export const aggregateJob = defineJob<JobContext, TaskPayload>({
  name: "aggregate",
  payload: taskPayload,
  concurrency: 4,
  everyMs: 500,
  unfinished: async ({ db, aggregateGraceMs }) => {
    const tasks = await listAnswerable(db, aggregateGraceMs);
    return tasks.map((taskId) => ({ taskId }));
  },
  run: answerTask,
});

/** Aggregates, simulates and sends; or finds that it is done, under way or not due. */
export async function answerTask(context: JobContext, { taskId }: TaskPayload): Promise<void> {
  const { db, deployment, logger } = context;
  const purpose = `respond:${taskId}`;
  if ((await findState(db, purpose)) !== "none") return;
  const task = await findOpenTask(db, taskId);
  if (!task) return;
  const [assigned, responses] = await Promise.all([listAssigned(db, taskId), listResponses(db, task)]);
  const { aggregate, badSigners } = await aggregateResponses(
    { quorumBps: task.quorum_bps, totalWeight: task.total_weight },
    assigned,
    responses,
    (response) => digestOf(context, task, response),
  );
  if (badSigners.length > 0) logger.error({ taskId, badSigners }, "stored signatures do not hold");
  const aggregateKey = await findAggregateKey(db, task.network, task.reference_block);
  if (!aggregate || !aggregateKey)
    throw new NoAggregateError("The stored responses make no aggregate.", { taskId, badSigners });
  try {
    const data = encodeRespond(taskId, aggregate, aggregateKey);
    const outcome = await sendIntent(context.sender, { purpose, to: deployment.contracts.taskManager, data });
    logger.info({ taskId, outcome, nonSigners: aggregate.nonSigners.length }, "response aggregated");
  } catch (error) {
    if (!(error instanceof RevertedError) || !settledReasons.some((name) => error.reason.startsWith(name)))
      throw error;
    logger.debug({ taskId, reason: error.reason }, "the task takes no response");
  }
}

function digestOf({ deployment }: JobContext, task: OpenTask, response: Hex): Hex {
  return responseDigest({
    chainId: deployment.chainId,
    taskManager: deployment.contracts.taskManager,
    taskId: task.id,
    referenceBlock: task.reference_block,
    response,
  });
}

function encodeRespond(taskId: Hex, aggregate: Aggregate, aggregateKey: Hex): Hex {
  const { response, nonSigners, signature } = aggregate;
  return encodeFunctionData({
    abi: taskManagerAbi,
    functionName: "respond",
    args: [taskId, response, nonSigners, aggregateKey, signature],
  });
}
