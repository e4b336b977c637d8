import type { Hex } from "viem";
import { networkRegistryAbi } from "../../contracts/generated/networkRegistry.ts";
import { taskManagerAbi } from "../../contracts/generated/taskManager.ts";
import type { SendingContext } from "../context.ts";

/** A task as the newest block has it, and its network's parameters as they were when it was created. */
export async function readTerms({ sender, deployment }: SendingContext, taskId: Hex) {
  const { taskManager, networkRegistry } = deployment.contracts;
  const call = { address: taskManager, abi: taskManagerAbi, functionName: "taskOf" } as const;
  const task = await sender.chain.readContract({ ...call, args: [taskId] });
  const terms = await sender.chain.readContract({
    address: networkRegistry,
    abi: networkRegistryAbi,
    functionName: "parametersOfVersion",
    args: [task.network, task.parametersVersion],
  });
  return { task, terms };
}
