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
  /** The final block up to which the chain was known when this was read. */
  readonly finalizedBlock: bigint;
};

/**
 * Stage 1, its reads: copies what the rules need of an epoch out of Postgres, in one consistent read. Everything in it lies before
 * the epoch's end, and that end is final, so whoever reads later reads the same.
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
  const start = epochStart(schedule, epoch);
  const end = epochEnd(schedule, epoch);
  const { input, finalizedBlock } = await readSnapshot(db, async (trx) => {
    const { block } = await assertFinal(trx, epoch, end);
    if (epoch > 0n && !(await isCalculated(trx, epoch - 1n)))
      throw new EpochNotDueError(`Epoch ${epoch - 1n} must be calculated before epoch ${epoch}.`);
    const small = await readSmallInput(trx, { epoch, start, end });
    return { input: { ...small, ...(await read(trx, small)) }, finalizedBlock: block };
  });
  return { input, blocks: await findBlocks(chain, { start, end, finalizedBlock }), finalizedBlock };
}

/**
 * The indexer's final block, which must be at or after an epoch's end; to be asked in the transaction that reads the epoch's rows, since
 * an indexer that begins anew may replace them.
 * @throws {EpochNotDueError}
 */
export async function assertFinal(trx: Database, epoch: bigint, end: bigint): Promise<{ block: bigint }> {
  const { finalized } = await readProgress(trx);
  if (finalized.timestamp < end)
    throw new EpochNotDueError(`Epoch ${epoch} ends at ${end}; final is only ${finalized.timestamp}.`);
  return finalized;
}

async function readSmallInput(
  trx: Database,
  { epoch, start, end }: Pick<EpochInput, "epoch" | "start" | "end">,
): Promise<SmallInput> {
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
