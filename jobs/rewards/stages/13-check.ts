import { readProgress } from "../../../lib/database/checkpoint.ts";
import { readBundle } from "../../../lib/rewards/readBundle.ts";
import type { JobContext, SendingContext } from "../../context.ts";
import { RewardsError } from "../arithmetic.ts";
import { findRoot } from "../epochQueries.ts";
import type { EpochResult } from "../types.ts";
import { ChainReplay } from "../verify/ChainReplay.ts";
import { type ChainRoot, compareResult, readRoot } from "../verify/verifyEpoch.ts";
import { equal, findCheck, writeCheck } from "../watchQueries.ts";

/** One replay per process, so that every log is read once however many epochs there are. */
const replays = new WeakMap<object, ChainReplay>();

/**
 * Compares the root that stands on chain, whoever submitted it, with what the chain's logs alone give, without a row of the indexer or of the stages.
 *
 * @throws {RewardsError} with the first line that differs. It stays in the epoch's row, and nothing is published any more.
 */
export async function checkRoot(context: SendingContext, epoch: bigint): Promise<void> {
  const { db, sender, deployment, logger } = context;
  if ((await findCheck(db, epoch)) !== null) return;
  const onChain = await readRoot(sender.chain, deployment.contracts.rewardsCoordinator, epoch);
  const difference = await compare(context, epoch, await replayTo(context, epoch), onChain);
  await writeCheck(db, epoch, difference ?? equal);
  if (difference === null)
    return logger.info({ epoch, root: onChain.root }, "the chain's logs give this root");
  throw new RewardsError("A root is not what the chain's logs give. Publishing halts.", {
    ...{ epoch, difference },
  });
}

async function replayTo({ db, sender, deployment }: SendingContext, epoch: bigint): Promise<EpochResult> {
  const { finalized } = await readProgress(db);
  let replay = replays.get(db);
  if (!replay || replay.nextEpoch > epoch || !(await replay.isOnChain()))
    replay = new ChainReplay(sender.chain, deployment);
  // One that fails half way is not used again.
  replays.delete(db);
  const result = await replay.calculate(epoch, { number: finalized.block, timestamp: finalized.timestamp });
  replays.set(db, replay);
  return result;
}

/** The first line that differs when the root on chain is ours, whose bundle we have; else that the roots differ. */
async function compare(
  { db }: Pick<JobContext, "db">,
  epoch: bigint,
  result: EpochResult,
  onChain: ChainRoot,
): Promise<string | null> {
  const difference = await compareResult(result, onChain);
  const ours = difference === null ? undefined : await findRoot(db, epoch);
  if (ours?.bundle_hash !== onChain.bundleHash) return difference;
  const parts: Uint8Array[] = [];
  for await (const part of readBundle(db, epoch)) parts.push(part);
  return compareResult(result, onChain, Buffer.concat(parts));
}
