import { encodeFunctionData, type PublicClient } from "viem";
import { rewardsCoordinatorAbi } from "../../../contracts/generated/rewardsCoordinator.ts";
import type { Database } from "../../../lib/database/createDatabase.ts";
import type { JobContext } from "../../context.ts";
import { sendIntent } from "../../transactions/sendIntent.ts";
import { RewardsError } from "../arithmetic.ts";
import { findRoot, moveEpoch, type StoredEpoch } from "../epochQueries.ts";
import { findBounds } from "../watchQueries.ts";
import { verifyRoot } from "./11-verify.ts";

/** Whether the chain still has the blocks that an epoch was calculated from. */
export async function hasItsBlocks(db: Database, chain: PublicClient, epoch: bigint): Promise<boolean> {
  for (const { number, hash } of await findBounds(db, epoch)) {
    const block = await chain.getBlock({ blockNumber: number });
    if (block.hash !== hash) return false;
  }
  return true;
}

type WatchContext = Pick<JobContext, "db" | "sender" | "guardian" | "deployment" | "logger">;

/**
 * Stage 12, until the root is active: the blocks that it follows from are still there, and it still is the one that stands. A root of blocks
 * that are no more, by a reorganisation deeper than finality, is disabled by the guardian's account.
 *
 * @throws {RewardsError} when publishing halts on account of it.
 */
export async function watchRoot(context: WatchContext, epoch: bigint): Promise<void> {
  const { db, sender, deployment } = context;
  const ours = await findRoot(db, epoch);
  if (ours?.state !== "submitted" && ours?.state !== "reorganised") return;
  const { rewardsCoordinator } = deployment.contracts;
  const verdict = await verifyRoot(db, sender.chain, rewardsCoordinator, ours);
  if (!(await hasItsBlocks(db, sender.chain, epoch))) {
    await moveEpoch(db, epoch, "submitted", "reorganised");
    if (verdict === "ours" || verdict === "seen") await disable(context, ours);
    throw new RewardsError("The blocks that a root follows from are no more. Publishing halts.", { epoch });
  }
  if (verdict !== "other") return;
  await moveEpoch(db, epoch, "submitted", "mismatch");
  throw new RewardsError("Another root than ours stands on chain. Publishing halts.", {
    epoch,
    ours: ours.root,
  });
}

async function disable({ guardian, deployment, logger }: WatchContext, ours: StoredEpoch): Promise<void> {
  const { epoch, root } = ours;
  if (!guardian) {
    logger.error({ epoch, root }, "no guardian's key is set: have this root disabled");
    return;
  }
  const data = encodeFunctionData({
    ...{ abi: rewardsCoordinatorAbi, functionName: "disableRoot", args: [epoch] },
  });
  const to = deployment.contracts.rewardsCoordinator;
  const state = await sendIntent(guardian, { purpose: `disable:${epoch}:${root}`, to, data });
  logger.error({ epoch, root, state }, "root of a chain that is no more: it is being disabled");
}
