import { encodeFunctionData, getAbiItem, type Hex } from "viem";
import { challengeManagerAbi } from "../../../contracts/generated/challengeManager.ts";
import { delegationManagerAbi } from "../../../contracts/generated/delegationManager.ts";
import { slashingManagerAbi } from "../../../contracts/generated/slashingManager.ts";
import { roles } from "../../seed/roles.ts";
import { sendBatch } from "../../seed/sendBatch.ts";
import { challengeOfRightAnswer, equivocation, queueWithdrawal, wrongAnswer } from "./offences.ts";
import type { StoryContext } from "./priceTasks.ts";

/** `IChallengeManager.Outcome`. */
const upheld = 1;
const failed = 2;
/** `ISlashingManager.Offence`. */
const equivocated = 1;

type Chapter = {
  readonly title: string;
  /** Whether the chain shows that it happened, so that a story that was cut off goes on and a told one is not told again. */
  readonly isTold: (context: StoryContext) => Promise<boolean>;
  readonly tell: (context: StoryContext) => Promise<void>;
};

const chapters: readonly Chapter[] = [
  {
    title: "a delegator of a dishonest operator queues a withdrawal",
    isTold: async (context) => (await withdrawals(context)).length > 0,
    tell: queueWithdrawal,
  },
  {
    title: "a wrong response is challenged, and its signers are slashed, the queued withdrawal with them",
    isTold: (context) => hasOutcome(context, upheld),
    tell: wrongAnswer,
  },
  {
    title: "a right response is challenged, and the bond is lost",
    isTold: (context) => hasOutcome(context, failed),
    tell: challengeOfRightAnswer,
  },
  {
    title: "an operator signs two responses to one task and is slashed for it",
    isTold: hasEquivocation,
    tell: equivocation,
  },
];

/**
 * What goes wrong in a restaking network, once in the life of a local chain and on the price network only: each chapter
 * that the chain does not show yet is told. Then the slashed withdrawal is completed as soon as it may be.
 *
 * @returns the chapters told now, and whether there is nothing left to tell.
 */
export async function tellStory(context: StoryContext): Promise<{ told: string[]; over: boolean }> {
  const told: string[] = [];
  for (const { title, isTold, tell } of chapters) {
    if (await isTold(context)) continue;
    await tell(context);
    told.push(title);
  }
  const open = await openWithdrawals(context);
  const { timestamp } = await context.client.getBlock();
  for (const { id } of open.filter(({ unlockAt }) => unlockAt <= timestamp)) {
    await completeWithdrawal(context, id);
    told.push("the slashed withdrawal is paid out");
  }
  return { told, over: open.length === 0 };
}

async function hasOutcome({ client, deployment }: StoryContext, outcome: number): Promise<boolean> {
  const logs = await client.getLogs({
    address: deployment.contracts.challengeManager,
    event: getAbiItem({ abi: challengeManagerAbi, name: "ChallengeResolved" }),
    fromBlock: BigInt(deployment.startBlock),
    strict: true,
  });
  return logs.some(({ args }) => args.outcome === outcome);
}

async function hasEquivocation({ client, deployment }: StoryContext): Promise<boolean> {
  const logs = await client.getLogs({
    address: deployment.contracts.slashingManager,
    event: getAbiItem({ abi: slashingManagerAbi, name: "OperatorSlashed" }),
    fromBlock: BigInt(deployment.startBlock),
    strict: true,
  });
  return logs.some(({ args }) => args.offence === equivocated);
}

async function withdrawals({ client, deployment }: StoryContext): Promise<{ id: Hex; unlockAt: bigint }[]> {
  const logs = await client.getLogs({
    address: deployment.contracts.delegationManager,
    event: getAbiItem({ abi: delegationManagerAbi, name: "WithdrawalQueued" }),
    args: { delegator: roles.deceivedDelegator.address },
    fromBlock: BigInt(deployment.startBlock),
    strict: true,
  });
  return logs.map(({ args }) => ({ id: args.withdrawalId, unlockAt: args.unlockAt }));
}

async function openWithdrawals(context: StoryContext) {
  const { client, deployment } = context;
  const queued = await withdrawals(context);
  const completed = await Promise.all(
    queued.map(({ id }) =>
      client.readContract({
        address: deployment.contracts.delegationManager,
        abi: delegationManagerAbi,
        functionName: "withdrawalOf",
        args: [id],
      }),
    ),
  );
  return queued.filter((_, index) => !completed[index]?.completed);
}

async function completeWithdrawal({ client, deployment }: StoryContext, id: Hex): Promise<void> {
  const to = deployment.contracts.delegationManager;
  const data = encodeFunctionData({
    abi: delegationManagerAbi,
    functionName: "completeWithdrawal",
    args: [id],
  });
  await sendBatch(client, [{ from: roles.deceivedDelegator, to, data }]);
}
