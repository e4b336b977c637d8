import { type Address, encodeFunctionData } from "viem";
import { rewardsCoordinatorAbi } from "../../../contracts/generated/rewardsCoordinator.ts";
import { RevertedError } from "../../../lib/chain/revert.ts";
import type { Sender } from "../../transactions/Sender.ts";
import { sendIntent } from "../../transactions/sendIntent.ts";
import type { StoredEpoch } from "../epochQueries.ts";

/**
 * Stage 10: submits our root, once. That a root stands there already is no failure: the verification says whose it is.
 * @throws {RevertedError} when the contract refuses for another reason, e.g. the account may not submit roots.
 */
export async function publishRoot(
  sender: Sender,
  rewardsCoordinator: Address,
  ours: StoredEpoch,
): Promise<void> {
  const data = encodeFunctionData({
    abi: rewardsCoordinatorAbi,
    functionName: "submitRoot",
    args: [ours.epoch, ours.root, ours.bundle_hash, ours.total],
  });
  try {
    await sendIntent(sender, { purpose: rootPurpose(ours), to: rewardsCoordinator, data });
  } catch (error) {
    if (error instanceof RevertedError && error.reason.startsWith("RootAlreadySubmitted")) return;
    throw error;
  }
}

/** An epoch that was calculated again has another bundle, and its root is another intent. */
export function rootPurpose({ epoch, bundle_hash }: Pick<StoredEpoch, "epoch" | "bundle_hash">): string {
  return `root:${epoch}:${bundle_hash}`;
}
