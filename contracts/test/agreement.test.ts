import { randomBytes, randomInt } from "node:crypto";
import { type Address, bytesToHex, encodeAbiParameters, type Hex, keccak256, parseEventLogs } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeG1, encodeG2 } from "../../lib/bls/points.ts";
import {
  aggregateKeys,
  aggregateSignatures,
  hashToG2,
  publicKeyOf,
  signHashed,
} from "../../lib/bls/signatures.ts";
import { equivocationHash, reportCommitment, responseDigest } from "../../lib/protocol/messages.ts";
import { slashingManagerAbi } from "../generated/slashingManager.ts";
import { taskManagerAbi } from "../generated/taskManager.ts";
import { type ProtocolWorld, startProtocolWorld, type TestOperator } from "../testing/protocolWorld.ts";

const operatorCount = 6;
/** Two thirds of six equal weights are a quorum. */
const mostMissing = 1;
const bytes = (length: number): Hex => bytesToHex(randomBytes(length));
const address = (): Address => bytes(20);
const upTo = (length: number): Hex => bytes(randomInt(length + 1));

let world: ProtocolWorld;
beforeAll(async () => {
  world = await startProtocolWorld(operatorCount);
});
afterAll(() => world.stop());

/** A random subset of the operators, ascending by address as the contract wants them. */
function randomNonSigners(): TestOperator[] {
  const shuffled = world.operators.map((operator) => ({ operator, rank: Math.random() }));
  return shuffled
    .sort((a, b) => a.rank - b.rank)
    .slice(0, randomInt(mostMissing + 1))
    .map(({ operator }) => operator)
    .sort((a, b) => (a.account.address.toLowerCase() < b.account.address.toLowerCase() ? -1 : 1));
}

async function openTask() {
  const receipt = await world.send(world.creator, {
    to: world.contracts.taskManager,
    abi: taskManagerAbi,
    functionName: "createTask",
    args: [world.demo.factorizationNetwork, encodeAbiParameters([{ type: "uint256" }], [15n])],
  });
  const [created] = parseEventLogs({ abi: taskManagerAbi, eventName: "TaskCreated", logs: receipt.logs });
  if (!created) throw new Error("no TaskCreated event");
  return created.args;
}

const sum = (signers: readonly TestOperator[], digest: Hex): Hex => {
  const hashed = hashToG2(digest);
  return encodeG2(aggregateSignatures(signers.map(({ secretKey }) => signHashed(hashed, secretKey))));
};

describe("TypeScript and Solidity on random inputs", () => {
  it("make the same digest of a response", async () => {
    for (let round = 0; round < 50; round++) {
      const [taskId, referenceBlock, response] = [bytes(32), BigInt(bytes(8)), upTo(200)];
      const digest = await world.client.readContract({
        address: world.contracts.taskManager,
        abi: taskManagerAbi,
        functionName: "responseDigest",
        args: [taskId, referenceBlock, keccak256(response)],
      });
      const { chainId } = world;
      const { taskManager } = world.contracts;
      expect(responseDigest({ chainId, taskManager, taskId, referenceBlock, response })).toBe(digest);
    }
  });

  it("make the same hash of an equivocation's evidence", async () => {
    for (let round = 0; round < 50; round++) {
      const evidence = {
        taskId: bytes(32),
        operator: address(),
        responseHashA: bytes(32),
        signatureA: upTo(256),
        responseHashB: bytes(32),
        signatureB: upTo(256),
      };
      const { taskId, operator, responseHashA, signatureA, responseHashB, signatureB } = evidence;
      const hash = await world.client.readContract({
        address: world.contracts.slashingManager,
        abi: slashingManagerAbi,
        functionName: "evidenceHashOf",
        args: [taskId, operator, responseHashA, signatureA, responseHashB, signatureB],
      });
      expect(equivocationHash(evidence)).toBe(hash);
    }
  });

  it("agree on the hash to the curve and the aggregates of any message and any quorum", async () => {
    const { taskId, referenceBlock } = await openTask();
    const { chainId, contracts, operators } = world;
    const aggregateKey = encodeG1(aggregateKeys(operators.map(({ secretKey }) => publicKeyOf(secretKey))));
    const respond = (response: Hex, missing: readonly TestOperator[], signature: Hex) =>
      world.client.simulateContract({
        account: world.creator,
        address: contracts.taskManager,
        abi: taskManagerAbi,
        functionName: "respond",
        args: [taskId, response, missing.map(({ account }) => account.address), aggregateKey, signature],
        gas: 2_000_000n,
      });
    for (let round = 0; round < 12; round++) {
      const [response, missing] = [upTo(300), randomNonSigners()];
      const signers = operators.filter((operator) => !missing.includes(operator));
      const message = { chainId, taskManager: contracts.taskManager, taskId, referenceBlock, response };
      const signature = sum(signers, responseDigest(message));
      await respond(response, missing, signature);
      await expect(respond(`${response}00`, missing, signature)).rejects.toThrow(/InvalidSignature/);
    }
  });

  it("agree on evidence, its commitment and who earns by it", async () => {
    const { taskId, referenceBlock } = await openTask();
    const { chainId, contracts } = world;
    const [operator] = world.operators;
    if (!operator) throw new Error("no operators");
    const [responseA, responseB] = [bytes(40), bytes(41)];
    const signed = (response: Hex) =>
      sum(
        [operator],
        responseDigest({ chainId, taskManager: contracts.taskManager, taskId, referenceBlock, response }),
      );
    const evidence = {
      taskId,
      operator: operator.account.address,
      responseHashA: keccak256(responseA),
      signatureA: signed(responseA),
      responseHashB: keccak256(responseB),
      signatureB: signed(responseB),
    };
    const slashing = { to: contracts.slashingManager, abi: slashingManagerAbi } as const;
    const commitment = reportCommitment(world.creator.address, equivocationHash(evidence));
    await world.send(world.creator, { ...slashing, functionName: "commitReport", args: [commitment] });
    const { taskId: id, operator: who, responseHashA, signatureA, responseHashB, signatureB } = evidence;
    const args = [id, who, responseHashA, signatureA, responseHashB, signatureB] as const;
    const receipt = await world.send(world.creator, { ...slashing, functionName: "proveEquivocation", args });
    const [slashed] = parseEventLogs({
      abi: slashingManagerAbi,
      eventName: "OperatorSlashed",
      logs: receipt.logs,
    });
    const [paid] = parseEventLogs({
      abi: slashingManagerAbi,
      eventName: "SlashDistributed",
      logs: receipt.logs,
    });
    expect(slashed?.args).toMatchObject({ operator: who, evidenceHash: equivocationHash(evidence) });
    expect(paid?.args.reporter).toBe(world.creator.address);
    expect(paid?.args.reporterAmount).toBeGreaterThan(0n);
  });
});
