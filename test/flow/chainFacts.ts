import { getAbiItem, type Hex } from "viem";
import { rewardsCoordinatorAbi } from "../../contracts/generated/rewardsCoordinator.ts";
import { taskManagerAbi } from "../../contracts/generated/taskManager.ts";
import { createChainClient } from "../../devnet/seed/SeedContext.ts";
import type { Deployment } from "../../lib/chain/deployment.ts";

export type ChainClient = ReturnType<typeof createChainClient>;

export function chainClient(url: string): ChainClient {
  return createChainClient(url, 31337);
}

/** Ids of all tasks up to a block, by the chain's logs, oldest first. */
export async function createdTaskIds(
  client: ChainClient,
  deployment: Deployment,
  toBlock: bigint,
): Promise<Hex[]> {
  const logs = await client.getLogs({
    address: deployment.contracts.taskManager,
    event: getAbiItem({ abi: taskManagerAbi, name: "TaskCreated" }),
    fromBlock: BigInt(deployment.startBlock),
    toBlock,
    strict: true,
  });
  return logs.map(({ args }) => args.taskId);
}

/** Responses accepted up to a block: task id and who did not sign. */
export async function responses(client: ChainClient, deployment: Deployment, toBlock: bigint) {
  const logs = await client.getLogs({
    address: deployment.contracts.taskManager,
    event: getAbiItem({ abi: taskManagerAbi, name: "TaskResponded" }),
    fromBlock: BigInt(deployment.startBlock),
    toBlock,
    strict: true,
  });
  return logs.map(({ args }) => args);
}

/** Roots submitted up to a block: epoch and root. */
export async function submittedRoots(client: ChainClient, deployment: Deployment, toBlock: bigint) {
  const logs = await client.getLogs({
    address: deployment.contracts.rewardsCoordinator,
    event: getAbiItem({ abi: rewardsCoordinatorAbi, name: "RootSubmitted" }),
    fromBlock: BigInt(deployment.startBlock),
    toBlock,
    strict: true,
  });
  return logs.map(({ args }) => args);
}

const statusNames = ["UNKNOWN", "OPEN", "RESPONDED", "FINAL", "EXPIRED", "CHALLENGED", "REJECTED"] as const;

/** A task's status by the contract's own view. */
export async function taskStatus(
  client: ChainClient,
  deployment: Deployment,
  taskId: Hex,
  blockNumber?: bigint,
): Promise<(typeof statusNames)[number] | undefined> {
  const task = await client.readContract({
    address: deployment.contracts.taskManager,
    abi: taskManagerAbi,
    functionName: "taskOf",
    args: [taskId],
    ...(blockNumber === undefined ? {} : { blockNumber }),
  });
  return statusNames[task.status];
}
