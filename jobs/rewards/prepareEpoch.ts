import type { PublicClient } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import type { Database } from "../../lib/database/createDatabase.ts";
import { buildRewardTree } from "../../lib/merkle/rewardTree.ts";
import { calculateEpoch, ruleVersion } from "./calculateEpoch.ts";
import type { EpochFacts } from "./epochQueries.ts";
import { takeSnapshot } from "./stages/01-snapshot.ts";
import { type Bundle, makeBundle } from "./stages/08-bundle.ts";
import type { EpochResult } from "./types.ts";

export type PreparedEpoch = {
  readonly facts: EpochFacts;
  readonly result: EpochResult;
  readonly bundle: Bundle;
};

/**
 * Stages 1 to 8: reads and calculates an epoch, and writes nothing.
 * @throws {EpochNotDueError} while its end is not final or the epoch before is missing.
 * @throws {RewardsError} when it does not add up.
 */
export async function prepareEpoch(
  db: Database,
  chain: PublicClient,
  deployment: Deployment,
  epoch: bigint,
): Promise<PreparedEpoch> {
  const { input, blocks, finalizedBlock } = await takeSnapshot(db, chain, deployment.epoch, epoch);
  const result = calculateEpoch(input);
  const { root } = buildRewardTree(result.leaves);
  const { chainId, contracts } = deployment;
  const { rewardsCoordinator } = contracts;
  const bundle = makeBundle({ ruleVersion, chainId, rewardsCoordinator, blocks, root }, result);
  const facts = {
    epoch,
    rule_version: ruleVersion,
    snapshot_block: finalizedBlock,
    first_block: blocks?.first ?? null,
    last_block: blocks?.last ?? null,
    root,
    bundle_hash: bundle.hash,
    total: result.total,
    leaf_count: result.leaves.length,
  };
  return { facts, result, bundle };
}
