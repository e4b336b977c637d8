import type { Address } from "viem";
import { readProgress, readSnapshot } from "../../../lib/database/checkpoint.ts";
import type { Database } from "../../../lib/database/createDatabase.ts";
import { RetryableError } from "../../../lib/errors/NektarError.ts";
import { type EpochSchedule, epochEnd, epochStart } from "../../../lib/protocol/epochs.ts";
import type { EpochInput } from "../types.ts";

/** The epoch's end is not final yet: nothing is ever calculated from a block that can still be taken back. */
export class EpochNotFinalError extends RetryableError {
  override readonly code = "EPOCH_NOT_FINAL";
}

export type Snapshot = { readonly input: EpochInput; readonly finalizedBlock: bigint };

/**
 * Stage 1: copies out of the indexer's tables, in one consistent read, all that the epoch's rules need. Only steps before
 * the epoch's end are read, and only once that end is final, so a later run reads the same.
 *
 * @throws {EpochNotFinalError} while the finalised head is before the epoch's end.
 */
export async function takeSnapshot(db: Database, schedule: EpochSchedule, epoch: bigint): Promise<Snapshot> {
  const start = epochStart(schedule, epoch);
  const end = epochEnd(schedule, epoch);
  return readSnapshot(db, async (trx) => {
    const { finalized } = await readProgress(trx);
    if (finalized.timestamp < end) {
      throw new EpochNotFinalError(
        `Epoch ${epoch} ends at ${end}; the finalised head is at ${finalized.timestamp}.`,
      );
    }
    const input: EpochInput = {
      epoch,
      start,
      end,
      schedules: await readSchedules(trx, epoch),
      accruals: await readAccruals(trx, epoch),
      carries: await readCarries(trx, epoch - 1n),
      weights: await readWeights(trx, start, end),
      shares: await readShares(trx, start, end),
      participations: await readParticipation(trx, start, end),
      slashed: [],
      performance: await readPerformance(trx, epoch),
      commissions: await readCommissions(trx, epoch),
      earned: await readLeaves(trx, epoch - 1n),
    };
    return { input, finalizedBlock: finalized.block };
  });
}

function readSchedules(db: Database, epoch: bigint) {
  return db
    .selectFrom("indexer.reward_schedule")
    .select(["network", "token", "amount_per_epoch as amountPerEpoch", "first_epoch as firstEpoch", "epochs"])
    .where("first_epoch", "<=", epoch)
    .where((eb) => eb(eb("first_epoch", "+", eb.ref("epochs")), ">", epoch))
    .execute();
}

function readAccruals(db: Database, epoch: bigint) {
  return db
    .selectFrom("indexer.reward_accrual")
    .select(["network", "token", "amount", "source"])
    .where("epoch", "=", epoch)
    .execute();
}

function readCarries(db: Database, epoch: bigint) {
  return db
    .selectFrom("nektar.reward_pot")
    .select(["network", "token", "carry_out as amount"])
    .where("epoch", "=", epoch)
    .where("carry_out", ">", 0n)
    .execute();
}

/** The last step at or before `start` of each series, and every step inside the epoch. */
async function readWeights(db: Database, start: bigint, end: bigint): Promise<EpochInput["weights"]> {
  const columns = [
    "network",
    "operator",
    "asset",
    "block",
    "log_index as logIndex",
    "timestamp",
    "weight",
  ] as const;
  const series = ["network", "operator", "asset"] as const;
  const before = await db
    .selectFrom("indexer.weight_checkpoint")
    .distinctOn(series)
    .select(columns)
    .where("timestamp", "<=", start)
    .orderBy("network")
    .orderBy("operator")
    .orderBy("asset")
    .orderBy("block", "desc")
    .orderBy("log_index", "desc")
    .execute();
  const inside = await db
    .selectFrom("indexer.weight_checkpoint")
    .select(columns)
    .where("timestamp", ">", start)
    .where("timestamp", "<", end)
    .execute();
  return [...before, ...inside];
}

async function readShares(db: Database, start: bigint, end: bigint): Promise<EpochInput["shares"]> {
  const columns = [
    "delegator",
    "operator",
    "asset",
    "block",
    "log_index as logIndex",
    "timestamp",
    "shares",
  ] as const;
  const series = ["delegator", "operator", "asset"] as const;
  const before = await db
    .selectFrom("indexer.shares_checkpoint")
    .distinctOn(series)
    .select(columns)
    .where("timestamp", "<=", start)
    .orderBy("delegator")
    .orderBy("operator")
    .orderBy("asset")
    .orderBy("block", "desc")
    .orderBy("log_index", "desc")
    .execute();
  const inside = await db
    .selectFrom("indexer.shares_checkpoint")
    .select(columns)
    .where("timestamp", ">", start)
    .where("timestamp", "<", end)
    .execute();
  return [...before, ...inside];
}

/** Tasks count in the epoch of the block that accepted their response. */
function readParticipation(db: Database, start: bigint, end: bigint) {
  return db
    .selectFrom("indexer.participation as part")
    .innerJoin("indexer.task as task", "task.id", "part.task_id")
    .select(["part.network as network", "part.operator as operator"])
    .select((eb) => [
      eb.fn.countAll<bigint>().as("assigned"),
      eb.fn.countAll<bigint>().filterWhere("part.signed", "=", true).as("signed"),
    ])
    .where("task.responded_at", ">=", start)
    .where("task.responded_at", "<", end)
    .groupBy(["part.network", "part.operator"])
    .execute();
}

async function readPerformance(db: Database, epoch: bigint) {
  const rows = await db
    .selectFrom("indexer.network_parameters")
    .distinctOn("network")
    .select(["network", "performance_bps as performanceBps"])
    .where("effective_epoch", "<=", epoch)
    .orderBy("network")
    .orderBy("effective_epoch", "desc")
    .execute();
  return rows as { network: Address; performanceBps: number }[];
}

async function readCommissions(db: Database, epoch: bigint) {
  const rows = await db
    .selectFrom("indexer.commission")
    .distinctOn("operator")
    .select(["operator", "commission_bps as commissionBps"])
    .where("effective_epoch", "<=", epoch)
    .orderBy("operator")
    .orderBy("effective_epoch", "desc")
    .execute();
  return rows as { operator: Address; commissionBps: number }[];
}

function readLeaves(db: Database, epoch: bigint) {
  return db
    .selectFrom("nektar.reward_leaf")
    .select(["earner", "token", "cumulative"])
    .where("epoch", "=", epoch)
    .execute();
}
