import { sql } from "kysely";
import type { Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import { insertParticipation } from "../../test/support/insertParticipation.ts";
import { setPosition } from "./fillDatabase.ts";
import { hashOf } from "./identities.ts";
import { finalised, networks, operators, origin, taskRow } from "./world.ts";

/** Has the indexer index a block, with tasks created in it, and tell of it. Tasks are numbered from 100 on. */
export async function indexBlock(
  db: Database,
  block: bigint,
  tasks: readonly number[] = [],
  payload: Hex = "0x01",
): Promise<void> {
  const from = origin(block);
  await db.transaction().execute(async (trx) => {
    for (const [log_index, number] of tasks.entries()) {
      const row = {
        ...taskRow(24),
        id: hashOf(`task ${number}`),
        ...from,
        payload,
        created_log_index: log_index,
      };
      await trx.insertInto("indexer.task").values(row).execute();
      const part = { task_id: row.id, network: networks[0], weight: 1n, signed: null };
      const assigned = operators.slice(0, 1 + (number % 2)).map((operator) => ({ ...part, operator }));
      await insertParticipation(trx, assigned);
      const event = { block, log_index, timestamp: from.created_at, tx: from.created_tx };
      const args = JSON.stringify({ taskId: row.id });
      await trx
        .insertInto("indexer.event")
        .values({ ...event, address: row.network, contract: "TaskManager", name: "TaskCreated", args })
        .execute();
    }
    await setPosition(trx, { number: block, timestamp: from.created_at }, finalised);
    await sql`notify indexer_live_query, '[]'`.execute(trx);
  });
}

/** Rolls the tasks and events of a block and later ones back, as Ponder does: nobody is told. */
export async function rollBack(db: Database, block: bigint): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`delete from indexer.assignment where task_id in (
      select id from indexer.task where created_block >= ${block})`.execute(trx);
    await trx.deleteFrom("indexer.task").where("created_block", ">=", block).execute();
    await trx.deleteFrom("indexer.event").where("block", ">=", block).execute();
    await sql`create or replace function indexer.nothing() returns trigger language plpgsql
      as 'begin return null; end'`.execute(trx);
    await sql`drop trigger if exists live_query_notify on indexer._ponder_checkpoint`.execute(trx);
    await sql`create trigger live_query_notify after update on indexer._ponder_checkpoint
      for each statement execute function indexer.nothing()`.execute(trx);
  });
}
