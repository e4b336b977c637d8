import { type Address, encodeFunctionData, erc20Abi } from "viem";
import { challengeEvidence, encodeChallenge } from "../../lib/evidence/encodeChallenge.ts";
import { readVerdict } from "../../lib/evidence/readVerdict.ts";
import { taskStatus } from "../../lib/protocol/taskStatus.ts";
import { readTerms } from "../chain/readTerms.ts";
import { crashPoint } from "../transactions/crashPoint.ts";
import { lowercase } from "../transactions/sendIntent.ts";
import { sendUnlessRefused } from "../transactions/sendUnlessRefused.ts";
import type { ChallengeContext } from "./context.ts";
import { type AcceptedResponse, listParticipants, setBondAside, updateWork, type Work } from "./queries.ts";

/** For slashes that pay the challenger, which an estimate may not see. */
const rewardGas = 200_000n;

/** Challenges a wrong response, if it still may be, the verifier does not disagree, and the bond is within the limits. */
export async function raiseChallenge(context: ChallengeContext, work: Work): Promise<void> {
  const { db, sender, deployment, logger } = context;
  const response = { taskId: work.task_id, responseHash: work.response_hash };
  const { task, terms } = await readTerms(context, work.task_id);
  // Challenged by another, or replaced in a reorganisation: the indexer tells what becomes of it.
  if (task.status !== taskStatus.responded || task.responseHash !== work.response_hash) return;
  const { timestamp } = await sender.chain.getBlock();
  if (timestamp > task.challengeDeadline) return;
  if ((await readVerdict(sender.chain, work)) === "right") {
    logger.error(response, "the verifier came to say that the response is right");
    const reason = "The network's verifier says that the response is right.";
    return updateWork(db, response, { state: "doubtful", reason });
  }
  const bond = { network: work.network, token: lowercase(terms.bondToken), bond: terms.bond };
  if (!(await isBonded(context, response, bond))) return;
  crashPoint("challenge.bonded");
  const participants = await listParticipants(db, work.task_id);
  const purpose = `challenge:${work.task_id}:${work.response_hash}`;
  const data = encodeChallenge(work.task_id, challengeEvidence(work, participants));
  const to = deployment.contracts.challengeManager;
  await sendUnlessRefused(sender, { purpose, to, data, extraGas: rewardGas });
  crashPoint("challenge.sent");
}

type Bond = { readonly network: Address; readonly token: Address; readonly bond: bigint };

/** Whether the bond is there, within the limits, and the contract may take it; if not, what is missing is noted or sent for. */
async function isBonded(context: ChallengeContext, response: AcceptedResponse, bond: Bond): Promise<boolean> {
  const { db, sender, deployment, challenging, logger } = context;
  if (bond.bond === 0n) return setBondAside(db, response, bond, challenging.limits);
  const token = { address: bond.token, abi: erc20Abi } as const;
  const owner = sender.account.address;
  const spender = deployment.contracts.challengeManager;
  const [balance, allowance] = await Promise.all([
    sender.chain.readContract({ ...token, functionName: "balanceOf", args: [owner] }),
    sender.chain.readContract({ ...token, functionName: "allowance", args: [owner, spender] }),
  ]);
  const withheld =
    balance < bond.bond
      ? "The account has too little of the bond's token."
      : (await setBondAside(db, response, bond, challenging.limits))
        ? undefined
        : "The bond is beyond the limits on bonds at stake.";
  if (withheld !== undefined) {
    logger.error({ ...response, bond: String(bond.bond), token: bond.token }, withheld);
    await updateWork(db, response, { reason: withheld });
    return false;
  }
  if (allowance >= bond.bond) return true;
  // Never more than may be at stake. The allowance in the purpose: another challenge may use up what this one asked for.
  const args = [spender, challenging.limits.total] as const;
  const data = encodeFunctionData({ abi: erc20Abi, functionName: "approve", args });
  const purpose = `approve-bond:${response.taskId}:${bond.token}:${allowance}`;
  await sendUnlessRefused(sender, { purpose, to: bond.token, data });
  return false;
}
