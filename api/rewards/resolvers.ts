import type { Context } from "../context.ts";
import type { Resolvers } from "../generated/schema.ts";
import { earnerRewards } from "./earnerRewards.ts";
import { rewardExplanation } from "./rewardExplanation.ts";

/** Proofs come from trees in memory. */
export const rewardResolvers = {
  Query: {
    rewards: (_parent, { earner }, context) => earnerRewards(context, earner),
    explainReward: (_parent, args, context) => rewardExplanation(context, args),
  },
  RewardInterval: { seconds: ({ from, until }) => until - from },
  RewardStep: {
    remainder: ({ rounding }) => rounding?.remainder,
    divisor: ({ rounding }) => rounding?.divisor,
  },
} satisfies Resolvers<Context>;
