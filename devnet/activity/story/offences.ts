import { encodeFunctionData, type Hex, parseEventLogs } from "viem";
import { challengeManagerAbi } from "../../../contracts/generated/challengeManager.ts";
import { delegationManagerAbi } from "../../../contracts/generated/delegationManager.ts";
import { priceAttestationNetworkAbi } from "../../../contracts/generated/priceAttestationNetwork.ts";
import { dishonestOperators } from "../../seed/operatorIdentities.ts";
import { roles } from "../../seed/roles.ts";
import { sendBatch } from "../../seed/sendBatch.ts";
import {
  answerTogether,
  createPriceTask,
  encodePrice,
  hashOfPrice,
  type PriceTask,
  rightPrice,
  type StoryContext,
  signatureOf,
  wrongPrice,
} from "./priceTasks.ts";
import { proveEquivocation } from "./proveEquivocation.ts";

/** `ITaskVerifier.Verdict`. */
const verdicts = { right: 1, wrong: 2 } as const;

/** The deceived delegator wants half of its stake with the first dishonest operator back. */
export async function queueWithdrawal({ client, deployment, demo }: StoryContext): Promise<void> {
  const { delegationManager } = deployment.contracts;
  const operator = roles.dishonestOperators[0].address;
  const shares = await client.readContract({
    address: delegationManager,
    abi: delegationManagerAbi,
    functionName: "sharesOf",
    args: [roles.deceivedDelegator.address, operator, demo.stakeToken],
  });
  const args = [operator, demo.stakeToken, shares / 2n] as const;
  const data = encodeFunctionData({ abi: delegationManagerAbi, functionName: "queueWithdrawal", args });
  await sendBatch(client, [{ from: roles.deceivedDelegator, to: delegationManager, data }]);
}

/** Both dishonest operators sign a price that is wrong: the challenge is upheld, both are slashed, the bond comes back. */
export async function wrongAnswer(context: StoryContext): Promise<void> {
  await challengedAnswer(context, wrongPrice, verdicts.wrong, "no exchange ever traded there");
}

/** A right price is challenged: the arbiter turns the challenge down and the bond is lost. */
export async function challengeOfRightAnswer(context: StoryContext): Promise<void> {
  await challengedAnswer(context, rightPrice, verdicts.right, "within the exchanges' range");
}

async function challengedAnswer(context: StoryContext, price: bigint, verdict: number, reason: string) {
  const { client, deployment, demo } = context;
  const { challengeManager } = deployment.contracts;
  const task = await createPriceTask(context);
  await answerTogether(context, task, price);
  const challengeId = await raiseChallenge(context, task, price);

  const ruling = [task.taskId, hashOfPrice(price), verdict, reason] as const;
  const rule = encodeFunctionData({ abi: priceAttestationNetworkAbi, functionName: "rule", args: ruling });
  await sendBatch(client, [{ from: roles.arbiter, to: demo.priceAttestationNetwork, data: rule }]);

  const args = [challengeId, evidenceOf(task, price)] as const;
  const resolve = encodeFunctionData({ abi: challengeManagerAbi, functionName: "resolve", args });
  await sendBatch(client, [{ from: roles.challenger, to: challengeManager, data: resolve }]);
}

async function raiseChallenge(
  { client, deployment }: StoryContext,
  task: PriceTask,
  price: bigint,
): Promise<Hex> {
  const args = [task.taskId, evidenceOf(task, price)] as const;
  const data = encodeFunctionData({ abi: challengeManagerAbi, functionName: "challenge", args });
  const to = deployment.contracts.challengeManager;
  const [receipt] = await sendBatch(client, [{ from: roles.challenger, to, data }]);
  const [raised] = parseEventLogs({
    abi: challengeManagerAbi,
    eventName: "ChallengeRaised",
    logs: receipt?.logs ?? [],
  });
  if (!raised) throw new Error("the challenge was not raised");
  return raised.args.challengeId;
}

function evidenceOf({ payload }: PriceTask, price: bigint) {
  const signers = dishonestOperators.map(({ account }) => account.address);
  return { payload, response: encodePrice(price), nonSigners: [], signers };
}

/** The second dishonest operator signs two prices for one task; the reporter commits to the evidence, then shows it. */
export async function equivocation(context: StoryContext): Promise<void> {
  const [, operator] = dishonestOperators;
  if (!operator) throw new Error("there is no second dishonest operator");
  const task = await createPriceTask(context);
  const sign = (price: bigint) => signatureOf(context, task, encodePrice(price), operator);
  const evidence = {
    taskId: task.taskId,
    operator: operator.account.address,
    responseHashA: hashOfPrice(rightPrice),
    signatureA: sign(rightPrice),
    responseHashB: hashOfPrice(wrongPrice),
    signatureB: sign(wrongPrice),
  };
  await proveEquivocation(context, roles.challenger, evidence);
}
