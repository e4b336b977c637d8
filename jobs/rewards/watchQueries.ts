import { sql } from "kysely";
import type { Hex } from "viem";
import { readProgress } from "../../lib/database/checkpoint.ts";
import type { Database } from "../../lib/database/createDatabase.ts";

/** Rows about roots that stand on chain and may still be refused. */

/** What the chain's logs gave for a root is what stands there. */
export const equal = "equal";

/** Epochs whose root on chain was not yet compared with what the chain's logs give, lowest first, at most `limit`. */
export async function listUnchecked(db: Database, limit: number): Promise<bigint[]> {
  const rows = await db
    .selectFrom("nektar.reward_epoch")
    .select("epoch")
    .where("state", "in", ["submitted", "mismatch"])
    .where("chain_check", "is", null)
    .orderBy("epoch")
    .limit(limit)
    .execute();
  return rows.map((row) => row.epoch);
}

export async function findCheck(db: Database, epoch: bigint): Promise<string | null | undefined> {
  const row = await db
    .selectFrom("nektar.reward_epoch")
    .select("chain_check")
    .where("epoch", "=", epoch)
    .executeTakeFirst();
  return row?.chain_check;
}

/** `equal`, or the first line that differs. */
export async function writeCheck(db: Database, epoch: bigint, check: string): Promise<void> {
  await db
    .updateTable("nektar.reward_epoch")
    .set({ chain_check: check, updated_at: sql<Date>`now()` })
    .where("epoch", "=", epoch)
    .execute();
}

/** How many roots on chain are not what the chain's logs give. */
export async function countDiffering(db: Database): Promise<bigint> {
  const row = await db
    .selectFrom("nektar.reward_epoch")
    .select((eb) => eb.fn.countAll<bigint>().as("count"))
    .where("chain_check", "<>", equal)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Epochs with a root that is not active yet, as the indexer sees it: until then it can be disabled. */
export async function listRefusable(db: Database, limit: number): Promise<bigint[]> {
  const { latest } = await readProgress(db);
  const rows = await db
    .selectFrom("nektar.reward_epoch as ours")
    .innerJoin("indexer.epoch_root as standing", "standing.epoch", "ours.epoch")
    .innerJoin("indexer.reward_root as root", "root.id", "standing.root_id")
    .select("ours.epoch")
    .where("ours.state", "in", ["submitted", "reorganised"])
    .where("root.activates_at", ">", latest.timestamp)
    .where("root.disabled", "=", false)
    .orderBy("ours.epoch")
    .limit(limit)
    .execute();
  return rows.map((row) => row.epoch);
}

type Bounds = readonly { readonly number: bigint; readonly hash: Hex }[];

/** First and last block of the chain that an epoch was calculated from; none when it had no block. */
export async function findBounds(db: Database, epoch: bigint): Promise<Bounds> {
  const row = await db
    .selectFrom("nektar.reward_epoch")
    .select(["first_block", "first_block_hash", "last_block", "last_block_hash"])
    .where("epoch", "=", epoch)
    .executeTakeFirstOrThrow();
  return [
    { number: row.first_block, hash: row.first_block_hash },
    { number: row.last_block, hash: row.last_block_hash },
  ].flatMap(({ number, hash }) => (number !== null && hash !== null ? [{ number, hash }] : []));
}
