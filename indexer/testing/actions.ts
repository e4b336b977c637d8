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

export async function delegate(protocol: Protocol, from: Hex, operator: Hex, assets: bigint): Promise<Hex> {
  const { client, delegationManager, stakeToken } = protocol;
  const args = [operator, stakeToken, assets] as const;
  return client.writeContract({ ...delegationManager, account: from, functionName: "delegate", args });
}

export async function syncWeights(protocol: Protocol, from: Hex, operators: readonly Hex[]): Promise<Hex> {
  const { client, stakeRegistry, network } = protocol;
  const args = [network, operators] as const;
  return client.writeContract({ ...stakeRegistry, account: from, functionName: "syncWeights", args });
}

export async function createTask(protocol: Protocol, from: Hex, payload: Hex): Promise<Hex> {
  const { client, taskManager, network } = protocol;
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
  const { client, done, deployment, taskManager, stakeRegistry, network, operators, requester } = protocol;
  const { referenceBlock } = await client.readContract({
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

/** Submits a root for an ended epoch. */
export async function submitRoot(protocol: Protocol, epoch: bigint, root: Hex, total: bigint): Promise<void> {
  const { client, done, rewardsCoordinator, rootSubmitter } = protocol;
  const args = [epoch, root, keccak256(root), total] as const;
  await done(
    client.writeContract({ ...rewardsCoordinator, account: rootSubmitter, functionName: "submitRoot", args }),
  );
}
