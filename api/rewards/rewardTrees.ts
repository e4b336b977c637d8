import type { Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import { buildRewardTree, type RewardTree } from "../../lib/merkle/rewardTree.ts";
import { readLeaves } from "../../lib/rewards/leaves.ts";

/** The tree of an epoch, built once and kept while it is among the last few that were asked for. */
export type RewardTrees = (epoch: bigint, root: Hex) => Promise<RewardTree>;

export function createRewardTrees(db: Database, kept = 3): RewardTrees {
  const trees = new Map<Hex, Promise<RewardTree>>();
  return (epoch, root) => {
    const tree = trees.get(root) ?? build(db, epoch, root);
    trees.delete(root);
    trees.set(root, tree);
    tree.catch(() => trees.delete(root));
    for (const oldest of trees.keys()) {
      if (trees.size <= kept) break;
      trees.delete(oldest);
    }
    return tree;
  };
}

/** @throws {Error} when the stored leaves do not have this root, so that no proof could be claimed by. */
async function build(db: Database, epoch: bigint, root: Hex): Promise<RewardTree> {
  const tree = buildRewardTree(await readLeaves(db, epoch));
  if (tree.root !== root)
    throw new Error(`The leaves of epoch ${epoch} have root ${tree.root}, not ${root}.`);
  return tree;
}
