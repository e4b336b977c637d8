import type { Address } from "viem";
import { readSnapshot } from "../../lib/database/checkpoint.ts";
import { explainReward } from "../../lib/rewards/explainReward.ts";
import { readRewardFacts } from "../../lib/rewards/readRewardFacts.ts";
import type { Context } from "../context.ts";
import { badInput } from "../errors.ts";
import type { RewardExplanationModel } from "./models.ts";

type Of = { readonly epoch: bigint; readonly network: Address; readonly earner: Address };

/**
 * The explanation of one earner's reward; null for an epoch that has not begun.
 * @throws {GraphQLError} BAD_USER_INPUT for a negative epoch.
 */
export async function rewardExplanation(context: Context, of: Of): Promise<RewardExplanationModel | null> {
  if (of.epoch < 0n) throw badInput("Epochs count from 0.");
  if (of.epoch > context.currentEpoch) return null;
  const facts = await readSnapshot(context.db, (trx) => readRewardFacts(trx, context.deployment.epoch, of));
  return facts ? explainReward(facts) : { ...of, reason: "NOT_CALCULATED", intervals: [], tokens: [] };
}
