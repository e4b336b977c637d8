import type { Address, Hex } from "viem";
import type { RewardLeaf } from "../../lib/merkle/rewardTree.ts";
import { readStoredProof } from "../../lib/merkle/storedTree.ts";
import { faultInWords } from "../../lib/rewards/rootFault.ts";
import type { Context } from "../context.ts";
import { clientError } from "../errors.ts";
import type { EarnerRewardsModel, WithheldRootModel } from "./models.ts";
import { type ActiveRoot, selectActiveRoots, selectEarned } from "./queries.ts";

/**
 * What an earner has by the newest root that can be claimed against and is as it should be, with the proofs. A row per token.
 * @throws {GraphQLError} `PROOFS_WITHHELD` when roots can be claimed against, but none is as it should be.
 */
export async function earnerRewards(context: Context, earner: Address): Promise<EarnerRewardsModel[]> {
  const roots = await selectActiveRoots(context.db, context.position.indexed.timestamp);
  const sound = roots.find(({ fault }) => fault === null);
  const [withheld] = roots.flatMap(withheldRoot);
  if (sound === undefined) {
    if (withheld === undefined) return [];
    throw clientError("PROOFS_WITHHELD", `No proofs are given: ${inWords(withheld)}`);
  }
  const { epoch, root } = sound;
  const earned = await selectEarned(context.db, epoch, earner);
  return Promise.all(
    earned.map(async ({ token, cumulative, claimed }) => ({
      earner,
      token,
      cumulative,
      claimed,
      claimable: cumulative > claimed ? cumulative - claimed : 0n,
      epoch,
      root,
      proof: await proofOf(context, sound, { earner, token, cumulative }),
      withheld: withheld ?? null,
    })),
  );
}

function withheldRoot({ epoch, root, fault, difference }: ActiveRoot): WithheldRootModel[] {
  return fault === null ? [] : [{ epoch, root, reason: fault, difference }];
}

function inWords({ epoch, reason, difference }: WithheldRootModel): string {
  return `the active root of epoch ${epoch} ${faultInWords(reason, difference)}`;
}

/** From the stored tree; epochs of before trees were stored have theirs built. */
async function proofOf(
  { db, rewardTrees }: Context,
  { epoch, root, leaf_count }: ActiveRoot,
  leaf: RewardLeaf,
): Promise<readonly Hex[]> {
  const stored = await readStoredProof(db, epoch, leaf_count ?? 0, leaf);
  return stored ?? (await rewardTrees(epoch, root)).proofOf(leaf.earner, leaf.token) ?? [];
}
