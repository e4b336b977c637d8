import { type Insertable, sql } from "kysely";
import type { Database, Tables } from "../../lib/database/createDatabase.ts";
import type { RewardEpochRow } from "../../lib/database/rewardTables.ts";

/** How far an epoch's calculation is: its stages' numbers, as `docs/rewards.md` lists them. */
export const stages = {
  snapshot: 1,
  shards: 2,
  join: 3,
  conservation: 4,
  root: 5,
  bundle: 6,
  complete: 7,
} as const;

export type EpochFacts = Omit<RewardEpochRow, "created_at" | "updated_at" | "state" | "stage">;

/** Writes a new epoch's row. */
export async function openEpoch(
  trx: Database,
  facts: Omit<EpochFacts, "root" | "bundle_hash" | "total" | "leaf_count" | "chain_check">,
): Promise<void> {
  await trx
    .insertInto("nektar.reward_epoch")
    .values({ ...facts, state: "calculating", stage: stages.snapshot })
    .execute();
}

/** Holds the epoch's row until the transaction ends, and says whether its last complete stage is this one. */
export async function lockAtStage(trx: Database, epoch: bigint, stage: number): Promise<boolean> {
  const row = await trx
    .selectFrom("nektar.reward_epoch")
    .select(["stage", "state"])
    .where("epoch", "=", epoch)
    .forUpdate()
    .executeTakeFirst();
  return row?.state === "calculating" && row.stage === stage;
}

/** Completes a stage of an epoch whose row is held, and writes what the stage found. */
export async function completeStage(
  trx: Database,
  epoch: bigint,
  stage: number,
  found: Partial<Pick<RewardEpochRow, "root" | "total" | "leaf_count" | "bundle_hash" | "state">> = {},
): Promise<void> {
  await trx
    .updateTable("nektar.reward_epoch")
    .set({ ...found, stage, updated_at: sql<Date>`now()` })
    .where("epoch", "=", epoch)
    .execute();
}

/** The last complete stage of an epoch; 0 before its snapshot. */
export async function findStage(db: Database, epoch: bigint): Promise<number> {
  const row = await db
    .selectFrom("nektar.reward_epoch")
    .select("stage")
    .where("epoch", "=", epoch)
    .executeTakeFirst();
  return row?.stage ?? 0;
}

/** An unfinished epoch none of whose rows has changed for `seconds`: something that should have gone on did not. */
export async function findStill(db: Database, seconds: number): Promise<bigint | undefined> {
  const since = sql<Date>`now() - ${seconds} * interval '1 second'`;
  const row = await db
    .selectFrom("nektar.reward_epoch as epoch")
    .select("epoch")
    .where("state", "=", "calculating")
    .where("updated_at", "<", since)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("nektar.reward_shard as shard")
            .select("shard")
            .whereRef("shard.epoch", "=", "epoch.epoch")
            .where("shard.updated_at", ">=", since),
        ),
      ),
    )
    .executeTakeFirst();
  return row?.epoch;
}

export type LineTable =
  | "nektar.reward_pot"
  | "nektar.reward_operator"
  | "nektar.reward_weight"
  | "nektar.reward_shard"
  | "nektar.reward_pool"
  | "nektar.reward_holding"
  | "nektar.reward_credit"
  | "nektar.reward_total";

/** Postgres takes 65,535 parameters a statement; the widest row has 15. */
const rowsPerStatement = 2_000;

export async function insertLines<Table extends LineTable>(
  trx: Database,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const values = rows.slice(from, from + rowsPerStatement);
    await trx
      .insertInto(table as LineTable)
      .values(values as Insertable<Tables[LineTable]>[])
      .execute();
  }
}
