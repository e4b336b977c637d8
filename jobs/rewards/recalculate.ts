import type { PublicClient } from "viem";
import { readProgress } from "../../lib/database/checkpoint.ts";
import type { Database } from "../../lib/database/createDatabase.ts";
import { NektarError } from "../../lib/errors/NektarError.ts";
import { findState } from "../transactions/queries.ts";
import type { RewardsContext } from "./context.ts";
import { findRoot } from "./epochQueries.ts";
import { forgetEpochs, isFaulty, listFrom } from "./recalculateQueries.ts";
import { rootPurpose } from "./stages/10-publish.ts";
import { readOnChain } from "./stages/11-verify.ts";

/** Nothing is wrong with the epoch: it stays as it is. */
class EpochSoundError extends NektarError {
  readonly code = "EPOCH_SOUND";
}

/** A root of ours stands on chain, or is on its way there: have it disabled first. */
class RootStandsError extends NektarError {
  readonly code = "ROOT_STANDS";
}

/** The indexer's rows are not of the chain that the node has: rebuild it first. */
class IndexerAstrayError extends NektarError {
  readonly code = "INDEXER_ASTRAY";
}

/**
 * Forgets what was calculated of an epoch with a fault and of all later ones, which build on it. The jobs then calculate them again from the
 * indexer's rows as they are now.
 *
 * @returns how many epochs were forgotten.
 * @throws {EpochSoundError} @throws {IndexerAstrayError} @throws {RootStandsError}
 */
export async function recalculate(context: RewardsContext, epoch: bigint): Promise<number> {
  const { db, chain } = context;
  if (!(await isFaulty(db, epoch)))
    throw new EpochSoundError(`Nothing is wrong with epoch ${epoch}, or it is not calculated.`, { epoch });
  await assertOnChain(db, chain);
  for (const later of await listFrom(db, epoch)) await assertNoRoot(context, later);
  return forgetEpochs(db, epoch);
}

/** A node gives the time of a block; one that was reorganised away had another, but for a coincidence, which the check of the root finds. */
async function assertOnChain(db: Database, chain: PublicClient): Promise<void> {
  const { block, timestamp } = (await readProgress(db)).finalized;
  const onChain = await chain.getBlock({ blockNumber: block });
  if (onChain.timestamp === timestamp) return;
  throw new IndexerAstrayError("The indexer's final block is not the chain's: rebuild the indexer first.", {
    ...{ block, indexed: timestamp, onChain: onChain.timestamp },
  });
}

async function assertNoRoot({ db, chain, deployment }: RewardsContext, epoch: bigint): Promise<void> {
  const ours = await findRoot(db, epoch);
  if (!ours) return;
  const standing = await readOnChain(chain, deployment.contracts.rewardsCoordinator, epoch);
  const isOurs = standing.bundleHash === ours.bundle_hash;
  const isOnItsWay = ["pending", "mined"].includes(await findState(db, rootPurpose(ours)));
  if (isOnItsWay || (isOurs && standing.activatesAt > 0n && !standing.disabled))
    throw new RootStandsError(`The root of epoch ${epoch} stands on chain, or is on its way there.`, {
      ...{ epoch, root: ours.root },
    });
}
