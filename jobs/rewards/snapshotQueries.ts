import type { Address } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { Accrual, Carry, Participation, Schedule, SharesStep, WeightStep } from "./types.ts";

/** What the rules need of one epoch, from the indexer's tables and from our rows of the epoch before. */

export async function readSchedules(db: Database, epoch: bigint): Promise<Schedule[]> {
  return db
    .selectFrom("indexer.reward_schedule")
    .select(["network", "token", "amount_per_epoch as amountPerEpoch", "first_epoch as firstEpoch", "epochs"])
    .where("first_epoch", "<=", epoch)
    .where((eb) => eb(eb("first_epoch", "+", eb.ref("epochs")), ">", epoch))
    .execute();
}

export async function readAccruals(db: Database, epoch: bigint): Promise<Accrual[]> {
  return db
    .selectFrom("indexer.reward_accrual")
    .select(["network", "token", "amount", "source"])
    .where("epoch", "=", epoch)
    .execute();
}

export async function readCarries(db: Database, epochBefore: bigint): Promise<Carry[]> {
  return db
    .selectFrom("nektar.reward_pot")
    .select(["network", "token", "carry_out as amount"])
    .where("epoch", "=", epochBefore)
    .where("carry_out", ">", 0n)
    .execute();
}

/** Every step that holds at some time inside `[start, end)`. */
export async function readWeights(db: Database, start: bigint, end: bigint): Promise<WeightStep[]> {
  return db
    .selectFrom("indexer.operator_weight_version")
    .select([
      "network",
      "operator",
      "asset",
      "since_block as block",
      "since_timestamp as timestamp",
      "weight",
    ])
    .where("since_timestamp", "<", end)
    .where((eb) => eb.or([eb("until_timestamp", "is", null), eb("until_timestamp", ">", start)]))
    .execute();
}

/** As `readWeights`, of active shares. */
export async function readShares(db: Database, start: bigint, end: bigint): Promise<SharesStep[]> {
  return db
    .selectFrom("indexer.delegation_version")
    .select([
      "delegator",
      "operator",
      "asset",
      "since_block as block",
      "since_timestamp as timestamp",
      "shares",
    ])
    .where("since_timestamp", "<", end)
    .where((eb) => eb.or([eb("until_timestamp", "is", null), eb("until_timestamp", ">", start)]))
    .execute();
}

/** A task belongs to the epoch of the block that accepted its response. */
export async function readParticipations(db: Database, start: bigint, end: bigint): Promise<Participation[]> {
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
    .where("part.weight", ">", 0n)
    .groupBy(["part.network", "part.operator"])
    .execute();
}

export async function readPerformance(
  db: Database,
  epoch: bigint,
): Promise<{ network: Address; performanceBps: number }[]> {
  return db
    .selectFrom("indexer.network_parameters")
    .distinctOn("network")
    .select(["network", "performance_bps as performanceBps"])
    .where("effective_epoch", "<=", epoch)
    .orderBy("network")
    .orderBy("effective_epoch", "desc")
    .execute();
}

export async function readCommissions(
  db: Database,
  epoch: bigint,
): Promise<{ operator: Address; commissionBps: number }[]> {
  return db
    .selectFrom("indexer.commission")
    .distinctOn("operator")
    .select(["operator", "commission_bps as commissionBps"])
    .where("effective_epoch", "<=", epoch)
    .orderBy("operator")
    .orderBy("effective_epoch", "desc")
    .execute();
}

/** Operators that a network slashed in `[start, end)`, however often. */
export async function readSlashed(
  db: Database,
  start: bigint,
  end: bigint,
): Promise<{ network: Address; operator: Address }[]> {
  return db
    .selectFrom("indexer.slash")
    .distinct()
    .select(["network", "operator"])
    .where("created_at", ">=", start)
    .where("created_at", "<", end)
    .execute();
}

/** Whether an epoch's lines are complete, so that the next one can build on them. */
export async function isCalculated(db: Database, epoch: bigint): Promise<boolean> {
  const row = await db
    .selectFrom("nektar.reward_epoch")
    .select("epoch")
    .where("epoch", "=", epoch)
    .where("state", "<>", "calculating")
    .executeTakeFirst();
  return row !== undefined;
}
