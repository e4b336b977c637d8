import { encodeFunctionData, type Hex } from "viem";
import { challengeManagerAbi } from "../../contracts/generated/challengeManager.ts";
import { readProgress } from "../../lib/database/checkpoint.ts";
import { challengeEvidence, nonSignersOf, signersAtOnce } from "../../lib/evidence/encodeChallenge.ts";
import { sendUnlessRefused } from "../transactions/sendUnlessRefused.ts";
import type { ChallengeContext } from "./context.ts";
import {
  type AcceptedResponse,
  type findOwnChallenge,
  listParticipants,
  listUnslashed,
  updateWork,
  type Work,
} from "./queries.ts";

type OwnChallenge = NonNullable<Awaited<ReturnType<typeof findOwnChallenge>>>;
const abi = challengeManagerAbi;

/** Has a challenge of ours decided, its signers slashed and its bond paid, until a final block has its outcome. */
export async function followChallenge(
  context: ChallengeContext,
  work: Work,
  own: OwnChallenge,
): Promise<void> {
  const { db, logger } = context;
  const response = { taskId: work.task_id, responseHash: work.response_hash };
  if (own.outcome === "PENDING") return resolve(context, work, own);
  if (own.bond_held > 0n) {
    const data = encodeFunctionData({ abi, functionName: "settleBond", args: [own.id] });
    await send(context, `settle-bond:${own.id}`, data);
  }
  if (own.outcome === "UPHELD" && (await slashRest(context, response, own)) > 0) return;
  const { finalized } = await readProgress(db);
  if (own.resolved_block === null || own.resolved_block > finalized.block) return;
  const state = own.outcome === "UPHELD" ? "upheld" : own.outcome === "FAILED" ? "failed" : "dismissed";
  await updateWork(db, response, { state, challenge_id: own.id, reason: null });
  const level = state === "failed" ? "error" : "warn";
  logger[level]({ ...response, challengeId: own.id, state }, "a challenge of ours has its outcome");
}

/** As soon as the verifier decides, or its time is over; the contract refuses before. */
async function resolve(context: ChallengeContext, work: Work, { id }: OwnChallenge): Promise<void> {
  const evidence = challengeEvidence(work, await listParticipants(context.db, work.task_id));
  const data = encodeFunctionData({ abi, functionName: "resolve", args: [id, evidence] });
  await send(context, `resolve:${id}`, data);
}

/** Slashes signers that the challenge's own transaction left over. @returns how many are left now. */
async function slashRest(
  context: ChallengeContext,
  { taskId }: AcceptedResponse,
  { id }: OwnChallenge,
): Promise<number> {
  const left = await listUnslashed(context.db, taskId);
  const next = left.slice(0, signersAtOnce);
  if (next[0] === undefined) return 0;
  const nonSigners = nonSignersOf(await listParticipants(context.db, taskId));
  const data = encodeFunctionData({ abi, functionName: "slashSigners", args: [id, nonSigners, next] });
  await send(context, `slash-signers:${id}:${next[0]}`, data);
  return left.length;
}

async function send({ sender, deployment }: ChallengeContext, purpose: string, data: Hex): Promise<void> {
  await sendUnlessRefused(sender, { purpose, to: deployment.contracts.challengeManager, data });
}
