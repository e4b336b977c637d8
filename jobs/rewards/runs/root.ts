import { buildRewardTree } from "../../../lib/merkle/rewardTree.ts";
import { type EarnedLeaf, streamLeaves } from "../../../lib/rewards/leaves.ts";
import { crashPoint } from "../../transactions/crashPoint.ts";
import type { RewardsContext } from "../context.ts";
import { completeStage, findStage, lockAtStage, stages } from "../stageQueries.ts";

/** Stage 5. Input: the totals as of the epoch. Output: the root of their tree, their sum and number. */
export async function runRoot({ db }: RewardsContext, epoch: bigint): Promise<void> {
  if ((await findStage(db, epoch)) !== stages.conservation) return;
  const leaves: EarnedLeaf[] = [];
  let total = 0n;
  for await (const batch of streamLeaves(db, epoch))
    for (const leaf of batch) {
      leaves.push(leaf);
      total += leaf.cumulative;
    }
  const { root } = buildRewardTree(leaves);
  crashPoint("rewards.root calculated");
  await db.transaction().execute(async (trx) => {
    if (!(await lockAtStage(trx, epoch, stages.conservation))) return;
    await completeStage(trx, epoch, stages.root, { root, total, leaf_count: leaves.length });
  });
}
