import { encodeAbiParameters, encodeFunctionData, type Hex, keccak256, parseEventLogs, toHex } from "viem";
import { taskManagerAbi } from "../../../contracts/generated/taskManager.ts";
import { encodeG1, encodeG2 } from "../../../lib/bls/points.ts";
import {
  aggregateKeys,
  aggregateSignatures,
  hashToG2,
  publicKeyOf,
  signHashed,
} from "../../../lib/bls/signatures.ts";
import { responseDigest } from "../../../lib/protocol/messages.ts";
import { dishonestOperators } from "../../seed/operatorIdentities.ts";
import { roles } from "../../seed/roles.ts";
import type { OperatorIdentity, SeedContext } from "../../seed/SeedContext.ts";
import { sendBatch } from "../../seed/sendBatch.ts";

export type StoryContext = Pick<SeedContext, "client" | "deployment" | "demo">;
export type PriceTask = { readonly taskId: Hex; readonly payload: Hex; readonly referenceBlock: bigint };

/** Prices have 8 decimals. */
const oneDollar = 10n ** 8n;
export const rightPrice = 97_500n * oneDollar;
export const wrongPrice = oneDollar;

/** Asks the price network for the price of bitcoin now. */
export async function createPriceTask({ client, deployment, demo }: StoryContext): Promise<PriceTask> {
  const { timestamp } = await client.getBlock();
  const payload = encodeAbiParameters(
    [{ type: "bytes32" }, { type: "uint64" }],
    [toHex("BTC/USD", { size: 32 }), timestamp],
  );
  const args = [demo.priceAttestationNetwork, payload] as const;
  const data = encodeFunctionData({ abi: taskManagerAbi, functionName: "createTask", args });
  const [receipt] = await sendBatch(client, [
    { from: roles.challenger, to: deployment.contracts.taskManager, data },
  ]);
  const [created] = parseEventLogs({
    abi: taskManagerAbi,
    eventName: "TaskCreated",
    logs: receipt?.logs ?? [],
  });
  if (!created) throw new Error("the price task was not created");
  return { taskId: created.args.taskId, payload, referenceBlock: created.args.referenceBlock };
}

export function encodePrice(price: bigint): Hex {
  return encodeAbiParameters([{ type: "uint256" }], [price]);
}

/** One operator's signature of `response`, 256 bytes. */
export function signatureOf(
  { deployment }: StoryContext,
  task: PriceTask,
  response: Hex,
  { secretKey }: OperatorIdentity,
): Hex {
  return encodeG2(signHashed(hashToG2(digestOf(deployment, task, response)), secretKey));
}

/** The dishonest operators answer `task`, all of them, with the same price. */
export async function answerTogether(context: StoryContext, task: PriceTask, price: bigint): Promise<void> {
  const { client, deployment } = context;
  const response = encodePrice(price);
  const hashed = hashToG2(digestOf(deployment, task, response));
  const keys = dishonestOperators.map(({ secretKey }) => publicKeyOf(secretKey));
  const signatures = dishonestOperators.map(({ secretKey }) => signHashed(hashed, secretKey));
  const args = [
    task.taskId,
    response,
    [],
    encodeG1(aggregateKeys(keys)),
    encodeG2(aggregateSignatures(signatures)),
  ] as const;
  const data = encodeFunctionData({ abi: taskManagerAbi, functionName: "respond", args });
  await sendBatch(client, [{ from: roles.challenger, to: deployment.contracts.taskManager, data }]);
}

export function hashOfPrice(price: bigint): Hex {
  return keccak256(encodePrice(price));
}

function digestOf(
  { chainId, contracts }: StoryContext["deployment"],
  { taskId, referenceBlock }: PriceTask,
  response: Hex,
): Hex {
  return responseDigest({ chainId, taskManager: contracts.taskManager, taskId, referenceBlock, response });
}
