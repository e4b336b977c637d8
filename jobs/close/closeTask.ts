import { encodeFunctionData, type Hex } from "viem";
import { taskManagerAbi } from "../../contracts/generated/taskManager.ts";
import { RevertedError } from "../../lib/chain/revert.ts";
import type { JobContext } from "../context.ts";
import { sendIntent } from "../transactions/sendIntent.ts";

/**
 * Reverts that say that another did it or challenged the response, that the newest block is not late enough yet, or that
 * the contracts are paused (then it is found again).
 */
const settledReasons = [
  ...["TaskNotResponded", "TaskNotOpen"],
  ...["ChallengeWindowOpen", "ResponseWindowOpen", "GroupPaused"],
];

/** Sends `finalize` or `expire` for one task, once; a task that is closed already is left alone. */
export async function closeTask(
  { sender, deployment, logger }: JobContext,
  functionName: "finalize" | "expire",
  taskId: Hex,
): Promise<void> {
  const data = encodeFunctionData({ abi: taskManagerAbi, functionName, args: [taskId] });
  const intent = { purpose: `${functionName}:${taskId}`, to: deployment.contracts.taskManager, data };
  try {
    await sendIntent(sender, intent);
  } catch (error) {
    if (!(error instanceof RevertedError) || !settledReasons.some((name) => error.reason.startsWith(name)))
      throw error;
    logger.debug({ taskId, reason: error.reason }, "nothing to close");
  }
}
