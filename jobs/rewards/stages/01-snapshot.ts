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
  readParticipations,
  readPerformance,
  readSchedules,
  readSlashed,
  readWeights,
} from "../snapshotQueries.ts";
import type { EpochInput } from "../types.ts";

/** The epoch's end is not final, or the epoch before it is not calculated yet. */
export class EpochNotDueError extends RetryableError {
  override readonly code = "EPOCH_NOT_DUE";
}

/** All of an epoch's input but what grows with the number of delegators. */
export type SmallInput = Omit<EpochInput, "shares" | "earned">;

export type Snapshot<Input> = {
  readonly input: Input;
  readonly blocks: BlockRange | null;
};

/**
 * Copies all that the rules need of an epoch out of Postgres, in one consistent read. Everything in it lies before the epoch's end, and
 * that end is final, so whoever reads later reads the same.
 *
 * @param read also reads what else is wanted, in the same moment.
 * @throws {EpochNotDueError}
 */
export async function takeSnapshot<More extends object>(
  db: Database,
  chain: PublicClient,
  schedule: EpochSchedule,
  epoch: bigint,
  read: (trx: Database, input: SmallInput) => Promise<More>,
): Promise<Snapshot<SmallInput & More>> {
  const input = await readSnapshot(db, async (trx) => {
    const small = await readSmallInput(trx, schedule, epoch);
    return { ...small, ...(await read(trx, small)) };
  });
  return { input, blocks: (await findFinalBlocks(db, chain, schedule, epoch)).blocks };
}

/** The epoch's first and last block, and the final one that the indexer had reached. @throws {EpochNotDueError} */
export async function findFinalBlocks(
  db: Database,
  chain: PublicClient,
  schedule: EpochSchedule,
  epoch: bigint,
): Promise<{ readonly blocks: BlockRange | null; readonly finalizedBlock: bigint }> {
  const [start, end] = [epochStart(schedule, epoch), epochEnd(schedule, epoch)];
  const finalizedBlock = await assertFinal(db, epoch, end);
  return { blocks: await findBlocks(chain, { start, end, finalizedBlock }), finalizedBlock };
}

/**
 * What the rules need of an epoch but what grows with the number of delegators. To be called in a transaction that sees one moment: an
 * indexer that begins anew may replace its rows.
 *
 * @throws {EpochNotDueError}
 */
export async function readSmallInput(
  trx: Database,
  schedule: EpochSchedule,
  epoch: bigint,
): Promise<SmallInput> {
  const [start, end] = [epochStart(schedule, epoch), epochEnd(schedule, epoch)];
  await assertFinal(trx, epoch, end);
  if (epoch > 0n && !(await isCalculated(trx, epoch - 1n)))
    throw new EpochNotDueError(`Epoch ${epoch - 1n} must be calculated before epoch ${epoch}.`);
  return {
    epoch,
    start,
    end,
    schedules: await readSchedules(trx, epoch),
    accruals: await readAccruals(trx, epoch),
    carries: await readCarries(trx, epoch - 1n),
    weights: await readWeights(trx, start, end),
    participations: await readParticipations(trx, start, end),
    performance: await readPerformance(trx, epoch),
    commissions: await readCommissions(trx, epoch),
    slashed: await readSlashed(trx, start, end),
  };
}

/** The indexer's final block, at or after an epoch's end. */
async function assertFinal(db: Database, epoch: bigint, end: bigint): Promise<bigint> {
  const { finalized } = await readProgress(db);
  if (finalized.timestamp < end)
    throw new EpochNotDueError(`Epoch ${epoch} ends at ${end}; final is only ${finalized.timestamp}.`);
  return finalized.block;
}
