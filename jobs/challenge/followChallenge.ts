import { encodeFunctionData, type Hex } from "viem";
import { challengeManagerAbi } from "../../contracts/generated/challengeManager.ts";
import { readProgress } from "../../lib/database/checkpoint.ts";
import { challengeEvidence, nonSignersOf, signersAtOnce } from "../../lib/evidence/encodeChallenge.ts";
import { sendUnlessRefused } from "../transactions/sendUnlessRefused.ts";
import type { ChallengeContext } from "./context.ts";
import {
  type AcceptedResponse,
  type findOwnChallenge,
  findWork,
  listParticipants,
  listUnslashed,
  updateWork,
} from "./queries.ts";

type OwnChallenge = NonNullable<Awaited<ReturnType<typeof findOwnChallenge>>>;
const abi = challengeManagerAbi;

/** Has a challenge of ours decided, its signers slashed and its bond paid, until a final block has its outcome. */
export async function followChallenge(
  context: ChallengeContext,
  response: AcceptedResponse,
  own: OwnChallenge,
): Promise<void> {
  const { db, logger } = context;
  if (own.outcome === "PENDING") return resolve(context, response, own);
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
async function resolve(
  context: ChallengeContext,
  response: AcceptedResponse,
  { id }: OwnChallenge,
): Promise<void> {
  const work = await findWork(context.db, response);
  if (!work || work.response === null) return;
  const participants = await listParticipants(context.db, response.taskId);
  const evidence = challengeEvidence({ payload: work.payload, response: work.response }, participants);
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
