import { availableParallelism } from "node:os";
import type { Database } from "../../../lib/database/createDatabase.ts";
import { buildTree, buildTreeInThreads } from "../../../lib/merkle/buildTree.ts";
import type { MerkleTree } from "../../../lib/merkle/MerkleTree.ts";
import { emptyRoot, type RewardLeaf } from "../../../lib/merkle/rewardTree.ts";
import { storeTree } from "../../../lib/merkle/storedTree.ts";
import { streamTotals } from "../../../lib/rewards/leaves.ts";
import { countLeaves } from "../../../lib/rewards/totalQueries.ts";
import { crashPoint } from "../../transactions/crashPoint.ts";
import type { RewardsContext } from "../context.ts";
import { completeStage, findStage, lockAtStage, stages } from "../stageQueries.ts";

/** A thread costs as long to start as some thousands of leaves to hash. */
const leavesPerThread = 20_000;

/** Stage 5. Input: the totals as of the epoch. Output: their tree, its root, their sum and number. */
export async function runRoot({ db }: RewardsContext, epoch: bigint): Promise<void> {
  if ((await findStage(db, epoch)) !== stages.conservation) return;
  const { tree, total, count } = await build(db, epoch);
  crashPoint("rewards.root calculated");
  await db.transaction().execute(async (trx) => {
    if (!(await lockAtStage(trx, epoch, stages.conservation))) return;
    if (tree) await storeTree(trx, epoch, tree);
    const root = tree?.root ?? emptyRoot;
    await completeStage(trx, epoch, stages.root, { root, total, leaf_count: count });
  });
}

type Built = { readonly tree: MerkleTree | null; readonly total: bigint; readonly count: number };

async function build(db: Database, epoch: bigint): Promise<Built> {
  const count = (await countLeaves(db, epoch)).reduce((sum, { leaves }) => sum + leaves, 0);
  if (count === 0) return { tree: null, total: 0n, count };
  let total = 0n;
  async function* leaves(): AsyncGenerator<readonly RewardLeaf[]> {
    for await (const groups of streamTotals(db, epoch))
      for (const { token, earners, totals } of groups) {
        for (const cumulative of totals) total += cumulative;
        yield earners.map((earner, index) => ({ earner, token, cumulative: totals[index] ?? 0n }));
      }
  }
  const threads = Math.min(availableParallelism(), Math.floor(count / leavesPerThread));
  if (threads === 0) {
    const all: RewardLeaf[] = [];
    for await (const batch of leaves()) all.push(...batch);
    return { tree: buildTree(all), total, count };
  }
  return { tree: await buildTreeInThreads(leaves(), count, threads), total, count };
}
