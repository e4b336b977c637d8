import type { Hex, PublicClient } from "viem";
import { stakeRegistryAbi } from "../../contracts/generated/stakeRegistry.ts";
import { taskManagerAbi } from "../../contracts/generated/taskManager.ts";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { taskStatus } from "../../lib/protocol/taskStatus.ts";

/** What the chain says about a task. */
export type TaskFacts = {
  readonly status: number;
  readonly network: Hex;
  readonly payloadHash: Hex;
  readonly referenceBlock: bigint;
  /** Last second at which a response is accepted. */
  readonly deadline: bigint;
  /** The operator's weight at the reference block; zero for a task that is not open. */
  readonly weight: bigint;
};

/** Reads a task from the configured TaskManager, and the operator's weight in its network at its reference block. */
export async function readTaskFacts(
  client: PublicClient,
  contracts: Pick<Deployment["contracts"], "taskManager" | "stakeRegistry">,
  operator: Hex,
  taskId: Hex,
): Promise<TaskFacts> {
  const task = await client.readContract({
    abi: taskManagerAbi,
    address: contracts.taskManager,
    functionName: "taskOf",
    args: [taskId],
  });
  const { status, payloadHash, referenceBlock, deadline } = task;
  const network = task.network.toLowerCase() as Hex;
  if (status !== taskStatus.open)
    return { status, network, payloadHash, referenceBlock, deadline, weight: 0n };
  const weight = await client.readContract({
    abi: stakeRegistryAbi,
    address: contracts.stakeRegistry,
    functionName: "weightAt",
    args: [network, operator, referenceBlock],
  });
  return { status, network, payloadHash, referenceBlock, deadline, weight };
}
