import type { PublicClient } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import type { Database } from "../../lib/database/createDatabase.ts";
import { buildRewardTree } from "../../lib/merkle/rewardTree.ts";
import { readLeaves } from "../../lib/rewards/leaves.ts";
import { calculateEpoch } from "./calculateEpoch.ts";
import { codeVersion } from "./codeVersion.ts";
import { digestInputs } from "./inputDigests.ts";
import { rulesOf } from "./rules.ts";
import { readShares } from "./snapshotQueries.ts";
import { takeSnapshot } from "./stages/01-snapshot.ts";
import { type BundleFacts, type BundleLines, writeBundle } from "./stages/09-bundle.ts";
import type { EpochResult } from "./types.ts";

export type PreparedEpoch = {
  readonly facts: BundleFacts;
  readonly result: EpochResult;
  /** The bundle's text, in pieces. */
  readonly bundle: () => AsyncIterable<string>;
};

/**
 * Reads an epoch from the indexed chain and calculates it in memory; writes nothing.
 * @throws {EpochNotDueError} while its end is not final or the epoch before is missing.
 * @throws {RewardsError} when it does not add up.
 */
export async function prepareEpoch(
  db: Database,
  chain: PublicClient,
  deployment: Deployment,
  epoch: bigint,
): Promise<PreparedEpoch> {
  const { input, blocks } = await takeSnapshot(db, chain, deployment.epoch, epoch, async (trx, small) => ({
    shares: await readShares(trx, small.start, small.end),
    earned: await readLeaves(trx, epoch - 1n),
  }));
  const result = calculateEpoch(input);
  const { start, end } = input;
  const facts: BundleFacts = {
    ...{ epoch, start, end, blocks, code: codeVersion, ruleVersion: rulesOf(epoch).version },
    ...{ chainId: deployment.chainId, rewardsCoordinator: deployment.contracts.rewardsCoordinator },
    ...{ inputs: digestInputs(input), root: buildRewardTree(result.leaves).root, total: result.total },
  };
  return { facts, result, bundle: () => writeBundle(facts, linesOf(result)) };
}

/** A result in memory as the lines of a bundle. */
export function linesOf({ pots, operators, pools, holdings, leaves }: EpochResult): BundleLines {
  return { pots: [pots], operators: [operators], pools: [pools], holdings: [holdings], leaves: [leaves] };
}
