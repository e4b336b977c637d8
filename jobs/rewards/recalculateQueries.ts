import type { Database } from "../../lib/database/createDatabase.ts";
import { hasFault } from "./epochQueries.ts";
import { lockSnapshot } from "./intervalQueries.ts";

/** Rows of epochs that are calculated again. */

/** Whether anything halts publishing at this epoch. */
export async function isFaulty(db: Database, epoch: bigint): Promise<boolean> {
  const row = await db
    .selectFrom("nektar.reward_epoch")
    .select("epoch")
    .where("epoch", "=", epoch)
    .where(hasFault)
    .executeTakeFirst();
  return row !== undefined;
}

/** The epochs of which we have anything, from one on, lowest first. */
export async function listFrom(db: Database, epoch: bigint): Promise<bigint[]> {
  const rows = await db
    .selectFrom("nektar.reward_epoch")
    .select("epoch")
    .where("epoch", ">=", epoch)
    .orderBy("epoch")
    .execute();
  return rows.map((row) => row.epoch);
}

/** First what others hold while they work: a stage or a shard that is under way ends before, and the next one finds nothing. */
const tables = [
  "nektar.reward_epoch",
  "nektar.reward_shard",
  "nektar.reward_interval",
  "nektar.reward_pot",
  "nektar.reward_operator",
  "nektar.reward_weight",
  "nektar.reward_holding",
  "nektar.reward_pool",
  "nektar.reward_credit",
  "nektar.reward_total",
  "nektar.reward_tree",
  "nektar.reward_bundle",
] as const;

/** Deletes every row of an epoch and of all later ones. @returns of how many. */
export async function forgetEpochs(db: Database, epoch: bigint): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await lockSnapshot(trx);
    const counts: number[] = [];
    for (const table of tables) {
      const { numDeletedRows } = await trx
        .deleteFrom(table)
        .where("epoch", ">=", epoch)
        .executeTakeFirstOrThrow();
      counts.push(Number(numDeletedRows));
    }
    return counts[0] ?? 0;
  });
}
