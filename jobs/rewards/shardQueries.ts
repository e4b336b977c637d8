import { sql } from "kysely";
import type { Address } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";

/** Reads and states of stage 2, a shard of operators. */

export type ShardId = { readonly epoch: bigint; readonly shard: number };
export type OperatorRange = { readonly epoch: bigint; readonly first: Address; readonly last: Address };

/** A shard's operators; undefined when there is no such shard. */
export async function findShard(
  db: Database,
  { epoch, shard }: ShardId,
): Promise<(OperatorRange & { readonly done: boolean }) | undefined> {
  return db
    .selectFrom("nektar.reward_shard")
    .select(["epoch", "first_operator as first", "last_operator as last", "done"])
    .where("epoch", "=", epoch)
    .where("shard", "=", shard)
    .executeTakeFirst();
}

/** Holds the shard's row until the transaction ends; false when it is done. */
export async function lockShard(trx: Database, { epoch, shard }: ShardId): Promise<boolean> {
  const row = await trx
    .selectFrom("nektar.reward_shard")
    .select("done")
    .where("epoch", "=", epoch)
    .where("shard", "=", shard)
    .forUpdate()
    .executeTakeFirst();
  return row?.done === false;
}

export async function completeShard(trx: Database, { epoch, shard }: ShardId): Promise<void> {
  await trx
    .updateTable("nektar.reward_shard")
    .set({ done: true, updated_at: sql<Date>`now()` })
    .where("epoch", "=", epoch)
    .where("shard", "=", shard)
    .execute();
}

/** Numbers of an epoch's shards that are not done, ascending. */
export async function listOpenShards(db: Database, epoch: bigint): Promise<number[]> {
  const rows = await db
    .selectFrom("nektar.reward_shard")
    .select("shard")
    .where("epoch", "=", epoch)
    .where("done", "=", false)
    .orderBy("shard")
    .execute();
  return rows.map(({ shard }) => shard);
}

/** The operators' parts of the pots. */
export function readOperatorParts(db: Database, { epoch, first, last }: OperatorRange) {
  return db
    .selectFrom("nektar.reward_operator")
    .select(["network", "token", "operator", "shared", "commission", "weight_seconds as weightSeconds"])
    .where("epoch", "=", epoch)
    .where("operator", ">=", first)
    .where("operator", "<=", last)
    .orderBy("network")
    .orderBy("token")
    .orderBy("operator")
    .execute();
}

export function readAssetWeights(db: Database, { epoch, first, last }: OperatorRange) {
  return db
    .selectFrom("nektar.reward_weight")
    .select(["network", "operator", "asset", "weight_seconds as weightSeconds"])
    .where("epoch", "=", epoch)
    .where("operator", ">=", first)
    .where("operator", "<=", last)
    .orderBy("asset")
    .execute();
}
