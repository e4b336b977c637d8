import type { Hex } from "viem";
import { readVerdict } from "../../lib/evidence/readVerdict.ts";
import { crashPoint } from "../transactions/crashPoint.ts";
import { lowercase } from "../transactions/sendIntent.ts";
import { collectWrongResponse } from "./collectWrongResponse.ts";
import type { ChallengeContext } from "./context.ts";
import { followChallenge } from "./followChallenge.ts";
import { judge } from "./judge.ts";
import { type AcceptedResponse, findOwnChallenge, findWork, updateWork, type Work } from "./queries.ts";
import { raiseChallenge } from "./raiseChallenge.ts";

/** So often a module may fail on a payload before the response is left alone. */
const mostAttempts = 3;

/**
 * Takes an accepted response one step on: re-execution, bond, challenge, outcome. May be killed anywhere and run by many at
 * once: a challenge is one intent, and a bond is set aside before it.
 */
export async function settleChallenge(context: ChallengeContext, response: AcceptedResponse): Promise<void> {
  const { db, sender, logger } = context;
  const work = await findWork(db, response);
  if (!work) return;
  if (work.state === "seen") {
    await reexecute(context, response, work);
    crashPoint("challenge.judged");
  } else if (work.state === "wrong" || work.state === "bonded") {
    const own = await findOwnChallenge(db, response.taskId, lowercase(sender.account.address));
    if (own) await followChallenge(context, work, own);
    else await raiseChallenge(context, work);
  } else {
    logger.debug({ ...response, state: work.state }, "nothing is left to do about the response");
  }
}

async function reexecute(context: ChallengeContext, response: AcceptedResponse, work: Work): Promise<void> {
  const { db, challenging, logger } = context;
  const modules = challenging.modules.get(work.network);
  if (!modules) return;
  const judgement = await judge(modules, work.payload, work.response);
  switch (judgement.verdict) {
    case "right":
      return updateWork(db, response, { state: "right", reason: null });
    case "doubtful":
      logger.error({ ...response, reason: judgement.reason }, "a response is not challenged: doubtful");
      return updateWork(db, response, { state: "doubtful", reason: judgement.reason });
    case "none": {
      const attempts = work.attempts + 1;
      const { reason } = judgement;
      const state = attempts < mostAttempts ? "seen" : "doubtful";
      logger.warn({ ...response, reason, attempts }, "the module does not answer a response's payload");
      return updateWork(db, response, { state, attempts, reason });
    }
    case "wrong":
      return accuse(context, response, work, judgement.computed);
  }
}

/** The module twice gave something else. Where the network's own verifier knows better, the module is at fault. */
async function accuse(
  context: ChallengeContext,
  response: AcceptedResponse,
  work: Work,
  computed: Hex,
): Promise<void> {
  const { db, logger } = context;
  if ((await readVerdict(context.sender.chain, work)) === "right") {
    const reason = "The network's verifier says that the response is right, the module that it is not.";
    logger.error({ ...response, computed }, reason);
    return updateWork(db, response, { state: "doubtful", computed, reason });
  }
  const { text, contentHash } = await collectWrongResponse(context, work, computed);
  logger.warn({ ...response, computed }, "an accepted response is wrong");
  const found = { state: "wrong", computed, bundle: text, content_hash: contentHash } as const;
  await updateWork(db, response, { ...found, attempts: 0, reason: null });
}
