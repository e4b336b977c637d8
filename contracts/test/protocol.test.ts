import { encodeAbiParameters, type Hex, keccak256, parseEventLogs, toHex } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeG1, encodeG2 } from "../../lib/bls/points.ts";
import {
  aggregateKeys,
  aggregateSignatures,
  hashToG2,
  publicKeyOf,
  signHashed,
} from "../../lib/bls/signatures.ts";
import { buildRewardTree } from "../../lib/merkle/rewardTree.ts";
import { proofOfPossessionDigest, responseDigest, taskIdOf } from "../../lib/protocol/messages.ts";
import { epochClockAbi } from "../generated/epochClock.ts";
import { factorizationNetworkAbi } from "../generated/factorizationNetwork.ts";
import { operatorRegistryAbi } from "../generated/operatorRegistry.ts";
import { rewardsCoordinatorAbi } from "../generated/rewardsCoordinator.ts";
import { stakeRegistryAbi } from "../generated/stakeRegistry.ts";
import { taskManagerAbi } from "../generated/taskManager.ts";
import {
  type ProtocolWorld,
  possessionProof,
  secretKeyOf,
  startProtocolWorld,
} from "../testing/protocolWorld.ts";

const operatorCount = 4;
const payload = encodeAbiParameters([{ type: "uint256" }], [1001n]);
const response = encodeAbiParameters([{ type: "uint256[]" }], [[7n, 11n, 13n]]);

let world: ProtocolWorld;
beforeAll(async () => {
  world = await startProtocolWorld(operatorCount);
});
afterAll(() => world.stop());

/** Opens a task and returns what an operator reads of it from the chain. */
async function openTask() {
  const { contracts, demo } = world;
  const receipt = await world.send(world.creator, {
    to: contracts.taskManager,
    abi: taskManagerAbi,
    functionName: "createTask",
    args: [demo.factorizationNetwork, payload],
  });
  const [created] = parseEventLogs({ abi: taskManagerAbi, eventName: "TaskCreated", logs: receipt.logs });
  if (!created) throw new Error("no TaskCreated event");
  return created.args;
}

/** Moves the chain past the end of its current epoch and returns that epoch. */
async function endEpoch(): Promise<bigint> {
  const clock = { address: world.contracts.epochClock, abi: epochClockAbi } as const;
  const epoch = await world.client.readContract({ ...clock, functionName: "currentEpoch" });
  await world.client.increaseTime({ seconds: world.epoch.lengthSeconds });
  await world.client.mine({ blocks: 1 });
  return epoch;
}

const digestOf = (task: { taskId: Hex; referenceBlock: bigint }) =>
  responseDigest({
    chainId: world.chainId,
    taskManager: world.contracts.taskManager,
    taskId: task.taskId,
    referenceBlock: task.referenceBlock,
    response,
  });

describe("TypeScript against the contracts", () => {
  it("derives the digests and ids that the contracts derive", async () => {
    const { contracts, demo } = world;
    const counter = await world.client.readContract({
      address: contracts.taskManager,
      abi: taskManagerAbi,
      functionName: "taskCount",
    });
    const task = await openTask();
    expect(task.taskId).toBe(
      taskIdOf({
        chainId: world.chainId,
        taskManager: contracts.taskManager,
        counter,
        network: demo.factorizationNetwork,
        payload,
        referenceBlock: task.referenceBlock,
      }),
    );
    const digest = await world.client.readContract({
      address: contracts.taskManager,
      abi: taskManagerAbi,
      functionName: "responseDigest",
      args: [task.taskId, task.referenceBlock, keccak256(response)],
    });
    expect(digestOf(task)).toBe(digest);
    const operator = world.operators[0]?.account.address ?? "0x";
    const possession = await world.client.readContract({
      address: contracts.operatorRegistry,
      abi: operatorRegistryAbi,
      functionName: "proofOfPossessionDigest",
      args: [operator],
    });
    expect(proofOfPossessionDigest(world.chainId, contracts.operatorRegistry, operator)).toBe(possession);
  });

  it("makes proofs of possession that are accepted, for random keys and operators", async () => {
    for (let index = 0; index < 8; index++) {
      const account = privateKeyToAccount(generatePrivateKey());
      const secretKey = secretKeyOf(account.address);
      const registry = world.contracts.operatorRegistry;
      const proof = possessionProof(world.chainId, registry, account.address, secretKey);
      const register = (operator: Hex) =>
        world.client.simulateContract({
          account: operator,
          address: world.contracts.operatorRegistry,
          abi: operatorRegistryAbi,
          functionName: "registerOperator",
          args: [account.address, 0, "", encodeG1(publicKeyOf(secretKey)), proof],
          gas: 2_000_000n,
        });
      await register(account.address);
      await expect(register(world.creator.address)).rejects.toThrow(/InvalidProofOfPossession/);
    }
  });

  it("adds up the keys as the StakeRegistry does", async () => {
    const key = await world.client.readContract({
      address: world.contracts.stakeRegistry,
      abi: stakeRegistryAbi,
      functionName: "aggregateKeyOf",
      args: [world.demo.factorizationNetwork],
    });
    expect(encodeG1(aggregateKeys(world.operators.map(({ secretKey }) => publicKeyOf(secretKey))))).toBe(key);
  });

  it("answers a task by an aggregate without one signer, which becomes final", async () => {
    const { contracts } = world;
    const taskManager = { address: contracts.taskManager, abi: taskManagerAbi } as const;
    const task = await openTask();
    const [missing, ...signers] = world.operators;
    if (!missing) throw new Error("no operators");
    const hashed = hashToG2(digestOf(task));
    const signature = aggregateSignatures(signers.map(({ secretKey }) => signHashed(hashed, secretKey)));
    const aggregateKey = aggregateKeys(world.operators.map(({ secretKey }) => publicKeyOf(secretKey)));
    const receipt = await world.send(world.creator, {
      to: taskManager.address,
      abi: taskManagerAbi,
      functionName: "respond",
      args: [task.taskId, response, [missing.account.address], encodeG1(aggregateKey), encodeG2(signature)],
    });
    const [responded] = parseEventLogs({
      abi: taskManagerAbi,
      eventName: "TaskResponded",
      logs: receipt.logs,
    });
    expect(responded?.args).toMatchObject({ response, nonSigners: [missing.account.address] });

    const { challengeDeadline } = await world.client.readContract({
      ...taskManager,
      functionName: "taskOf",
      args: [task.taskId],
    });
    await world.client.setNextBlockTimestamp({ timestamp: challengeDeadline + 1n });
    await world.send(world.creator, {
      to: taskManager.address,
      abi: taskManagerAbi,
      functionName: "finalize",
      args: [task.taskId],
    });
    const final = await world.client.readContract({
      ...taskManager,
      functionName: "taskOf",
      args: [task.taskId],
    });
    expect(final.status).toBe(3);
    const right = await world.client.readContract({
      address: world.demo.factorizationNetwork,
      abi: factorizationNetworkAbi,
      functionName: "verify",
      args: [task.taskId, payload, response],
    });
    expect(right).toBe(1);
  });

  it("pays claims by proofs of OpenZeppelin's standard tree, whatever the number of leaves", async () => {
    const { contracts, demo } = world;
    const rewards = { address: contracts.rewardsCoordinator, abi: rewardsCoordinatorAbi } as const;
    for (const size of [1, 2, 3, 7, 12]) {
      const epoch = await endEpoch();
      const earners = Array.from({ length: size }, () => privateKeyToAccount(generatePrivateKey()));
      const token = demo.rewardToken;
      const tree = buildRewardTree(
        earners.map(({ address }, index) => ({ earner: address, token, cumulative: BigInt(index + 1) })),
      );
      await world.send(world.rootSubmitter, {
        to: rewards.address,
        abi: rewardsCoordinatorAbi,
        functionName: "submitRoot",
        args: [epoch, tree.root, toHex(epoch, { size: 32 }), BigInt(size)],
      });
      await world.client.increaseTime({ seconds: world.activationDelaySeconds + 1 });
      await world.client.mine({ blocks: 1 });
      for (const [index, { address }] of earners.entries()) {
        const { result } = await world.client.simulateContract({
          ...rewards,
          account: address,
          functionName: "claim",
          args: [epoch, address, token, BigInt(index + 1), tree.proofOf(address, token) ?? [], address],
          gas: 1_000_000n,
        });
        expect(result).toBe(BigInt(index + 1));
      }
    }
  });
});
