import { type Hex, keccak256, parseEventLogs } from "viem";
import { encodeG1, encodeG2 } from "../../lib/bls/points.ts";
import {
  aggregateSignatures,
  hashToG2,
  possessionDst,
  publicKeyOf,
  signHashed,
} from "../../lib/bls/signatures.ts";
import { proofOfPossessionDigest, responseDigest } from "../../lib/protocol/messages.ts";
import type { Protocol } from "./protocol.ts";

/** The secret BLS key of an operator, by its place among `protocol.operators`. */
function secretKey(index: number): Uint8Array {
  return new Uint8Array(32).fill(index + 1);
}

/** Registers an operator with a proof of possession. */
export async function registerOperator(
  protocol: Protocol,
  index: number,
  metadataURI: string,
): Promise<void> {
  const { client, done, deployment, operatorRegistry, operators } = protocol;
  const operator = operators[index] ?? "0x";
  const digest = proofOfPossessionDigest(deployment.chainId, operatorRegistry.address, operator);
  const key = encodeG1(publicKeyOf(secretKey(index)));
  const proof = encodeG2(signHashed(hashToG2(digest, possessionDst), secretKey(index)));
  const args = [operator, 500 * (index + 1), metadataURI, key, proof] as const;
  await done(
    client.writeContract({ ...operatorRegistry, account: operator, functionName: "registerOperator", args }),
  );
}

export async function delegate(
  protocol: Protocol,
  from: Hex,
  operator: Hex,
  assets: bigint,
  asset = protocol.stakeToken,
): Promise<Hex> {
  const { client, delegationManager } = protocol;
  const args = [operator, asset, assets] as const;
  return client.writeContract({ ...delegationManager, account: from, functionName: "delegate", args });
}

export async function queueWithdrawal(
  protocol: Protocol,
  from: Hex,
  operator: Hex,
  shares: bigint,
  asset = protocol.stakeToken,
): Promise<Hex> {
  const { client, delegationManager } = protocol;
  const args = [operator, asset, shares] as const;
  return client.writeContract({ ...delegationManager, account: from, functionName: "queueWithdrawal", args });
}

export async function completeWithdrawal(protocol: Protocol, from: Hex, id: Hex): Promise<Hex> {
  const call = { ...protocol.delegationManager, account: from, functionName: "completeWithdrawal" } as const;
  return protocol.client.writeContract({ ...call, args: [id] });
}

/** The operator gives a network this magnitude of its pool of `asset`. */
export async function allocate(
  protocol: Protocol,
  operator: Hex,
  network: Hex,
  magnitude: bigint,
  asset = protocol.stakeToken,
): Promise<Hex> {
  const { client, allocationManager } = protocol;
  const args = [network, asset, magnitude] as const;
  return client.writeContract({ ...allocationManager, account: operator, functionName: "allocate", args });
}

/** Until every allocation that was raised counts. */
export async function waitForAllocations({ client, allocationManager, passTime }: Protocol): Promise<void> {
  const delay = await client.readContract({ ...allocationManager, functionName: "allocationDelay" });
  if (delay > 0n) await passTime(Number(delay));
}

export async function optIn(protocol: Protocol, operator: Hex, network: Hex): Promise<Hex> {
  const { client, networkRegistry } = protocol;
  return client.writeContract({
    ...networkRegistry,
    account: operator,
    functionName: "optIn",
    args: [network],
  });
}

export async function syncWeights(protocol: Protocol, from: Hex, operators: readonly Hex[]): Promise<Hex> {
  const { client, stakeRegistry, network } = protocol;
  const args = [network, operators] as const;
  return client.writeContract({ ...stakeRegistry, account: from, functionName: "syncWeights", args });
}

export async function createTask(
  protocol: Protocol,
  from: Hex,
  payload: Hex,
  network = protocol.network,
): Promise<Hex> {
  const { client, taskManager } = protocol;
  const args = [network, payload] as const;
  return client.writeContract({ ...taskManager, account: from, functionName: "createTask", args });
}

/** The ids of the tasks that a transaction created. */
export async function tasksOf(protocol: Protocol, hash: Hex): Promise<Hex[]> {
  const { logs } = await protocol.client.waitForTransactionReceipt({ hash });
  const events = parseEventLogs({ abi: protocol.taskManager.abi, eventName: "TaskCreated", logs });
  return events.map((event) => event.args.taskId);
}

/** Responds with the signatures of all assigned operators but `nonSigners` (places among `protocol.operators`). */
export async function respond(protocol: Protocol, taskId: Hex, response: Hex, nonSigners: number[] = []) {
  const { client, done, deployment, taskManager, stakeRegistry, operators, requester } = protocol;
  const { network, referenceBlock } = await client.readContract({
    ...taskManager,
    functionName: "taskOf",
    args: [taskId],
  });
  const aggregateKey = await client.readContract({
    ...stakeRegistry,
    functionName: "aggregateKeyOf",
    args: [network],
    blockNumber: referenceBlock,
  });
  const digest = responseDigest({
    chainId: deployment.chainId,
    taskManager: taskManager.address,
    taskId,
    referenceBlock,
    response,
  });
  const weights = await Promise.all(
    operators.map((operator) =>
      client.readContract({
        ...stakeRegistry,
        functionName: "weightAt",
        args: [network, operator, referenceBlock],
      }),
    ),
  );
  const signers = operators
    .map((_, index) => index)
    .filter((index) => weights[index] && !nonSigners.includes(index));
  const hashed = hashToG2(digest);
  const signature = encodeG2(
    aggregateSignatures(signers.map((index) => signHashed(hashed, secretKey(index)))),
  );
  const missing = nonSigners.map((index) => operators[index] ?? "0x").sort();
  const args = [taskId, response, missing, aggregateKey, signature] as const;
  return done(client.writeContract({ ...taskManager, account: requester, functionName: "respond", args }));
}

/** Signs one more response to a task, as an operator that equivocates. */
export async function signatureOf(
  protocol: Protocol,
  taskId: Hex,
  index: number,
  response: Hex,
): Promise<Hex> {
  const { client, deployment, taskManager } = protocol;
  const { chainId } = deployment;
  const { address } = taskManager;
  const { referenceBlock } = await client.readContract({
    ...taskManager,
    functionName: "taskOf",
    args: [taskId],
  });
  const digest = responseDigest({ chainId, taskManager: address, taskId, referenceBlock, response });
  return encodeG2(signHashed(hashToG2(digest), secretKey(index)));
}

/** Submits a root for an ended epoch. */
export async function submitRoot(protocol: Protocol, epoch: bigint, root: Hex, total: bigint): Promise<void> {
  const { client, done, rewardsCoordinator, rootSubmitter } = protocol;
  const args = [epoch, root, keccak256(root), total] as const;
  await done(
    client.writeContract({ ...rewardsCoordinator, account: rootSubmitter, functionName: "submitRoot", args }),
  );
}
