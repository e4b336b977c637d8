import type { Address } from "viem";
import type { Context } from "../context.ts";
import type { EarnerRewardsModel } from "./models.ts";
import { selectClaimableEpoch, selectEarned } from "./queries.ts";

/** What an earner has by the newest root that can be claimed against, with the proofs. A row per token. */
export async function earnerRewards(context: Context, earner: Address): Promise<EarnerRewardsModel[]> {
  const claimable = await selectClaimableEpoch(context.db, context.position.indexed.timestamp);
  if (claimable === undefined) return [];
  const { epoch, root } = claimable;
  const earned = await selectEarned(context.db, epoch, earner);
  if (earned.length === 0) return [];
  const tree = await context.rewardTrees(epoch, root);
  return earned.map(({ token, cumulative, claimed }) => ({
    earner,
    token,
    cumulative,
    claimed,
    claimable: cumulative > claimed ? cumulative - claimed : 0n,
    epoch,
    root,
    proof: tree.proofOf(earner, token) ?? [],
  }));
}
