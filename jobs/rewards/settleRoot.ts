import { RetryableError } from "../../lib/errors/NektarError.ts";
import type { SendingContext } from "../context.ts";
import { RewardsError } from "./arithmetic.ts";
import { findFault, findRoot, moveEpoch, type StoredEpoch } from "./epochQueries.ts";
import { publishRoot } from "./stages/10-publish.ts";
import { verifyRoot } from "./stages/11-verify.ts";
import { hasItsBlocks } from "./stages/12-watch.ts";

/** Publishing waits until the roots of earlier epochs are as they should be. */
class PublishingHaltedError extends RetryableError {
  override readonly code = "PUBLISHING_HALTED";
}

/**
 * Stages 10 and 11: brings a calculated epoch's root on chain and checks what stands there.
 * @throws {RewardsError} when another root than ours stands on chain. Nothing is published any more until it is gone.
 * @throws {PublishingHaltedError} when that is so for another epoch.
 */
export async function settleRoot(context: SendingContext, epoch: bigint): Promise<void> {
  const { db, sender, deployment, logger } = context;
  const { rewardsCoordinator } = deployment.contracts;
  const ours = await findRoot(db, epoch);
  if (!ours || ours.state === "submitted" || ours.state === "reorganised") return;
  const verdict = await verifyRoot(db, sender.chain, rewardsCoordinator, ours);
  switch (verdict) {
    case "ours":
      if (await moveEpoch(db, epoch, ours.state, "submitted"))
        logger.info({ epoch, root: ours.root }, "root verified");
      return;
    case "seen":
      return;
    case "other":
      await moveEpoch(db, epoch, ours.state, "mismatch");
      throw new RewardsError("Another root than ours stands on chain. Publishing halts.", {
        epoch,
        ours: ours.root,
      });
    case "absent":
      await publishUnlessHalted(context, ours);
  }
}

async function publishUnlessHalted(
  { db, sender, deployment }: SendingContext,
  ours: StoredEpoch,
): Promise<void> {
  // Another's wrong root was disabled: ours may take its place.
  if (ours.state === "mismatch") await moveEpoch(db, ours.epoch, "mismatch", "calculated");
  if (!(await hasItsBlocks(db, sender.chain, ours.epoch))) {
    await moveEpoch(db, ours.epoch, "calculated", "reorganised");
    throw new RewardsError("The blocks that a root follows from are no more. Publishing halts.", {
      epoch: ours.epoch,
    });
  }
  const faulty = await findFault(db);
  if (faulty !== undefined)
    throw new PublishingHaltedError(`The root of epoch ${faulty} is not as it should be.`);
  await publishRoot(sender, deployment.contracts.rewardsCoordinator, ours);
}
