import type { PublicClient } from "viem";
import { readProgress, readSnapshot } from "../../../lib/database/checkpoint.ts";
import type { Database } from "../../../lib/database/createDatabase.ts";
import { RetryableError } from "../../../lib/errors/NektarError.ts";
import { type EpochSchedule, epochEnd, epochStart } from "../../../lib/protocol/epochs.ts";
import { type BlockRange, findBlocks } from "../findBlocks.ts";
import {
  isCalculated,
  readAccruals,
  readCarries,
  readCommissions,
  readLeaves,
  readParticipations,
  readPerformance,
  readSchedules,
  readShares,
  readSlashed,
  readWeights,
} from "../snapshotQueries.ts";
import type { EpochInput } from "../types.ts";

/** The epoch's end is not final, or the epoch before it is not calculated yet. */
export class EpochNotDueError extends RetryableError {
  override readonly code = "EPOCH_NOT_DUE";
}

export type Snapshot = {
  readonly input: EpochInput;
  readonly blocks: BlockRange | null;
  /** The final block up to which the chain was known when this was read. */
  readonly finalizedBlock: bigint;
};

/**
 * Stage 1: copies all that the rules need of an epoch out of Postgres, in one consistent read. Everything in it lies before
 * the epoch's end, and that end is final, so whoever reads later reads the same.
 *
 * @throws {EpochNotDueError}
 */
export async function takeSnapshot(
  db: Database,
  chain: PublicClient,
  schedule: EpochSchedule,
  epoch: bigint,
): Promise<Snapshot> {
  const start = epochStart(schedule, epoch);
  const end = epochEnd(schedule, epoch);
  const { input, finalizedBlock } = await readSnapshot(db, async (trx) => {
    const { finalized } = await readProgress(trx);
    if (finalized.timestamp < end)
      throw new EpochNotDueError(`Epoch ${epoch} ends at ${end}; final is only ${finalized.timestamp}.`);
    if (epoch > 0n && !(await isCalculated(trx, epoch - 1n)))
      throw new EpochNotDueError(`Epoch ${epoch - 1n} must be calculated before epoch ${epoch}.`);
    return { input: await readInput(trx, { epoch, start, end }), finalizedBlock: finalized.block };
  });
  return { input, blocks: await findBlocks(chain, { start, end, finalizedBlock }), finalizedBlock };
}

async function readInput(
  trx: Database,
  { epoch, start, end }: Pick<EpochInput, "epoch" | "start" | "end">,
): Promise<EpochInput> {
  return {
    epoch,
    start,
    end,
    schedules: await readSchedules(trx, epoch),
    accruals: await readAccruals(trx, epoch),
    carries: await readCarries(trx, epoch - 1n),
    weights: await readWeights(trx, start, end),
    shares: await readShares(trx, start, end),
    participations: await readParticipations(trx, start, end),
    performance: await readPerformance(trx, epoch),
    commissions: await readCommissions(trx, epoch),
    slashed: await readSlashed(trx, start, end),
    earned: await readLeaves(trx, epoch - 1n),
  };
}
