import { type Address, type Hex, keccak256 } from "viem";
import { operatorRegistryAbi } from "../../../contracts/generated/operatorRegistry.ts";
import { stakeRegistryAbi } from "../../../contracts/generated/stakeRegistry.ts";
import { taskManagerAbi } from "../../../contracts/generated/taskManager.ts";
import { type AssignedOperator, aggregateResponses } from "../../../lib/aggregation/aggregateResponses.ts";
import { decodeG1, encodeG1 } from "../../../lib/bls/points.ts";
import { aggregateKeys } from "../../../lib/bls/signatures.ts";
import { responseDigest } from "../../../lib/protocol/messages.ts";
import { taskStatus } from "../../../lib/protocol/taskStatus.ts";
import { fetchSignedTask, type SignedTask } from "../../api/fetchSignedTask.ts";
import { ApiError } from "../../api/postGraphql.ts";
import { fromFirstApi } from "../fromFirstApi.ts";
import type { Plan, PlanContext } from "../Plan.ts";

/**
 * Answers a task on chain with the signatures that an API has, should the network's aggregator not do it. The API is
 * believed in nothing: keys and weights are the chain's, each signature is verified, and an answer that leaves somebody
 * out is refused by the contract.
 *
 * @throws {ApiError} when no API has what the chain's quorum needs.
 */
export async function planAggregate(
  context: PlanContext,
  { api, taskId }: { readonly api: readonly string[]; readonly taskId: Hex },
  signal: AbortSignal,
): Promise<Plan> {
  const { client, deployment } = context;
  const task = await client.readContract({
    address: deployment.contracts.taskManager,
    abi: taskManagerAbi,
    functionName: "taskOf",
    args: [taskId],
  });
  const title = `Answer task ${taskId} of network ${task.network}.`;
  if (task.status !== taskStatus.open)
    return { title, consequences: ["The task is not open: there is nothing to do."], calls: [] };
  return fromFirstApi(api, async (url) => {
    const { assigned, totalWeight, aggregate } = await aggregateFrom(
      context,
      taskId,
      task,
      await fetchSignedTask(url, taskId, signal),
    );
    const apk = encodeG1(aggregateKeys(assigned.map((row) => decodeG1(row.bls_key))));
    return {
      title,
      consequences: [
        `Response ${aggregate.response}, signed by ${aggregate.signedWeight} of ${totalWeight} weight; ${aggregate.nonSigners.length} of ${assigned.length} operators did not sign.`,
      ],
      calls: [
        {
          what: "answer the task",
          address: deployment.contracts.taskManager,
          abi: taskManagerAbi,
          functionName: "respond",
          args: [taskId, aggregate.response, aggregate.nonSigners, apk, aggregate.signature],
        },
      ],
    };
  });
}

type Task = { readonly network: Address; readonly referenceBlock: bigint; readonly quorumBps: number };

async function aggregateFrom(context: PlanContext, taskId: Hex, task: Task, signed: SignedTask) {
  const { deployment } = context;
  const { network, referenceBlock, quorumBps } = task;
  const assigned = await readAssigned(
    context,
    task,
    signed.participants.map((each) => each.operator),
  );
  const totalWeight = await context.client.readContract({
    address: deployment.contracts.stakeRegistry,
    abi: stakeRegistryAbi,
    functionName: "totalWeightAt",
    args: [network, referenceBlock],
  });
  if (assigned.reduce((sum, { weight }) => sum + weight, 0n) !== totalWeight)
    throw new ApiError("The API hides operators that the chain has, or names others.");
  const responses = signed.signedResponses.map((row) => ({ ...row, response_hash: keccak256(row.response) }));
  const domain = { chainId: deployment.chainId, taskManager: deployment.contracts.taskManager };
  const { aggregate } = await aggregateResponses(
    { quorumBps, totalWeight },
    assigned,
    responses,
    (response) => responseDigest({ ...domain, taskId, referenceBlock, response }),
  );
  if (aggregate === undefined)
    throw new ApiError("The API has no response with a quorum of good signatures.");
  return { assigned, totalWeight, aggregate };
}

/** Those of the named operators that had weight at the reference block, with their keys, as the chain has them. */
async function readAssigned(
  { client, deployment }: PlanContext,
  { network, referenceBlock }: Task,
  named: readonly Address[],
): Promise<AssignedOperator[]> {
  const { stakeRegistry, operatorRegistry } = deployment.contracts;
  const rows = await Promise.all(
    [...new Set(named)].map(async (operator) => {
      const [weight, key] = await Promise.all([
        client.readContract({
          address: stakeRegistry,
          abi: stakeRegistryAbi,
          functionName: "weightAt",
          args: [network, operator, referenceBlock],
        }),
        client.readContract({
          address: operatorRegistry,
          abi: operatorRegistryAbi,
          functionName: "blsKeyOf",
          args: [operator],
        }),
      ]);
      return { operator, weight, bls_key: key };
    }),
  );
  return rows
    .filter(({ weight }) => weight > 0n)
    .sort((one, other) => (one.operator < other.operator ? -1 : 1));
}
