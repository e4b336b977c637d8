import type { Context } from "../context.ts";
import type { Resolvers } from "../generated/schema.ts";
import { earnerRewards } from "./earnerRewards.ts";

/** Proofs come from trees in memory. */
export const rewardResolvers = {
  Query: { rewards: (_parent, { earner }, context) => earnerRewards(context, earner) },
} satisfies Resolvers<Context>;
