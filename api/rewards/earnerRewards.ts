import type { Address, Hex } from "viem";
import type { RewardLeaf } from "../../lib/merkle/rewardTree.ts";
import { readStoredProof } from "../../lib/merkle/storedTree.ts";
import type { Context } from "../context.ts";
import type { EarnerRewardsModel } from "./models.ts";
import { type ClaimableEpoch, selectClaimableEpoch, selectEarned } from "./queries.ts";

/** What an earner has by the newest root that can be claimed against, with the proofs. A row per token. */
export async function earnerRewards(context: Context, earner: Address): Promise<EarnerRewardsModel[]> {
  const claimable = await selectClaimableEpoch(context.db, context.position.indexed.timestamp);
  if (claimable === undefined) return [];
  const { epoch, root } = claimable;
  const earned = await selectEarned(context.db, epoch, earner);
  if (earned.length === 0) return [];
  return Promise.all(
    earned.map(async ({ token, cumulative, claimed }) => ({
      earner,
      token,
      cumulative,
      claimed,
      claimable: cumulative > claimed ? cumulative - claimed : 0n,
      epoch,
      root,
      proof: await proofOf(context, claimable, { earner, token, cumulative }),
    })),
  );
}

/** From the stored tree; epochs of before trees were stored have theirs built. */
async function proofOf(
  { db, rewardTrees }: Context,
  { epoch, root, leaf_count }: ClaimableEpoch,
  leaf: RewardLeaf,
): Promise<readonly Hex[]> {
  const stored = await readStoredProof(db, epoch, leaf_count ?? 0, leaf);
  return stored ?? (await rewardTrees(epoch, root)).proofOf(leaf.earner, leaf.token) ?? [];
}
