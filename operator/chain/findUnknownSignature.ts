import type { Hex, PublicClient } from "viem";
import { stakeRegistryAbi } from "../../contracts/generated/stakeRegistry.ts";
import { taskManagerAbi } from "../../contracts/generated/taskManager.ts";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { type BlockRange, blockRangesBackwards } from "./blockRanges.ts";

/** How far back the chain is read: longer than the response windows of tasks that may still be open. */
const lookbackBlocks = 2_000n;
/** Answered tasks without a record that are looked at, the newest first: an operator that is new here has many. */
const mostLookedAt = 500;

type Question = {
  readonly client: PublicClient;
  readonly deployment: Pick<Deployment, "contracts" | "startBlock">;
  /** Lowercase. */
  readonly operator: Hex;
  readonly head: bigint;
  /** Whether the journal has a record of the task. */
  readonly isRecorded: (taskId: Hex) => Promise<boolean>;
};

/**
 * A task whose answer on chain bears the operator's signature, though the journal has no record of it: the operator had
 * weight at the reference block and is not among the non-signers, which the contract checked. Undefined when there is none.
 */
export async function findUnknownSignature(question: Question): Promise<Hex | undefined> {
  const { head, deployment } = question;
  const start = BigInt(deployment.startBlock);
  const lowest = head - lookbackBlocks > start ? head - lookbackBlocks : start;
  let left = mostLookedAt;
  for (const range of blockRangesBackwards(lowest, head)) {
    const answered = await readAnswered(question, range);
    for (const { taskId, network } of answered.reverse()) {
      if (left === 0) return undefined;
      if (await question.isRecorded(taskId)) continue;
      left--;
      if (await hadWeight(question, taskId, network)) return taskId;
    }
  }
  return undefined;
}

async function readAnswered(
  { client, deployment, operator }: Question,
  range: BlockRange,
): Promise<{ taskId: Hex; network: Hex }[]> {
  const logs = await client.getContractEvents({
    abi: taskManagerAbi,
    address: deployment.contracts.taskManager,
    eventName: "TaskResponded",
    ...range,
    strict: true,
  });
  return logs
    .map(({ args }) => args)
    .filter(({ nonSigners }) => !nonSigners.some((address) => address.toLowerCase() === operator));
}

async function hadWeight(
  { client, deployment, operator }: Question,
  taskId: Hex,
  network: Hex,
): Promise<boolean> {
  const { taskManager, stakeRegistry } = deployment.contracts;
  const { referenceBlock } = await client.readContract({
    abi: taskManagerAbi,
    address: taskManager,
    functionName: "taskOf",
    args: [taskId],
  });
  const weight = await client.readContract({
    abi: stakeRegistryAbi,
    address: stakeRegistry,
    functionName: "weightAt",
    args: [network, operator, referenceBlock],
  });
  return weight > 0n;
}
