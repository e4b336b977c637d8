import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { createDatabase, type Database } from "../../lib/database/createDatabase.ts";
import { migrate } from "../../lib/database/migrate.ts";
import { createLogger } from "../../lib/logging/createLogger.ts";
import { createIndexerTables, setProgress } from "../../test/support/createIndexerTables.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import { ChangeWatcher } from "./ChangeWatcher.ts";
import { versionOf } from "./dataState.ts";

const chainId = 31337;
const fast = { intervalMs: 5, timeoutMs: 5_000 };
let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase({ connectionString: database.url, applicationName: "test" });
  await migrate(db);
});
afterAll(async () => {
  await db?.destroy();
  await database?.drop();
});
beforeEach(async () => {
  await sql`drop schema if exists indexer cascade`.execute(db);
  await createIndexerTables(db);
  await moveTo(100n);
});

const moveTo = (block: bigint, on: Database = db) =>
  setProgress(on, { latest: [block * 10n, block], finalized: [block * 10n - 300n, block - 30n] });

/** As Ponder rolls rows back: no checkpoint is written and nobody is told, but the triggers are made anew. */
const rollBack = () =>
  db.transaction().execute(async (trx) => {
    await sql`create or replace function indexer.live_query_notify() returns trigger language plpgsql
      as 'begin return null; end'`.execute(trx);
    await sql`drop trigger if exists live_query_notify on indexer._ponder_checkpoint`.execute(trx);
    await sql`create trigger live_query_notify after update on indexer._ponder_checkpoint
      for each statement execute function indexer.live_query_notify()`.execute(trx);
  });

const response = {
  task_id: "0x01",
  operator: "0x02",
  response_hash: "0x03",
  response: "0x04",
  signature: "0x05",
  reference_block: 1n,
} as const;

async function watch(options: { maxAgeMs?: number; listen?: boolean } = {}): Promise<ChangeWatcher> {
  const watcher = new ChangeWatcher({
    connectionString: database.url,
    listen: options.listen ?? true,
    chainId,
    maxAgeMs: options.maxAgeMs ?? 300,
    logger: createLogger("api", "silent"),
  });
  onTestFinished(() => watcher.close());
  await watcher.current();
  return watcher;
}

const endWatchers = () =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'nektar_api_changes'`.execute(db);

describe("the version of the data", () => {
  it("stays while nothing changes, and is told from memory", async () => {
    const watcher = await watch();
    const state = await watcher.current();
    expect(state).toMatchObject({ indexerSettled: true, nektarWatched: true });
    expect(state.position).toEqual({
      chainId,
      indexed: { number: 100n, timestamp: 1_000n },
      finalised: { number: 70n, timestamp: 700n },
    });
    await sleep(500);
    expect(await watcher.current()).toBe(state);
    expect(watcher.peek()).toBe(state);
  });

  it("changes with a row of ours when its transaction commits, not before, and not when it is rolled back", async () => {
    const watcher = await watch();
    const before = await watcher.current();
    await db
      .transaction()
      .execute(async (trx) => {
        await trx.insertInto("nektar.response").values(response).execute();
        throw new Error("never mind");
      })
      .catch(() => {});
    await db.transaction().execute(async (trx) => {
      await trx.insertInto("nektar.response").values(response).execute();
      await sleep(300);
      expect(await watcher.current()).toBe(before);
    });
    const after = await waitFor("the notification", () => watcher.peek() !== before && watcher.peek(), fast);
    expect(after.indexer).toBe(before.indexer);
    expect(versionOf(after, false)).toBe(versionOf(before, false));
    expect(versionOf(after, true)).not.toBe(versionOf(before, true));
  });

  it("changes with every table of ours that the API reads, also when one is emptied or filled in bulk", async () => {
    const watcher = await watch();
    for (const table of ["response", "reward_epoch", "reward_pot", "reward_operator", "reward_total"]) {
      const before = await watcher.current();
      await sql`truncate ${sql.table(`nektar.${table}`)}`.execute(db);
      await waitFor(`the change of ${table}`, () => watcher.peek()?.nektar !== before.nektar, fast);
    }
  });

  it("changes with a block, whose position is then known, at once when the indexer tells", async () => {
    const watcher = await watch();
    const before = await watcher.current();
    await db.transaction().execute(async (trx) => {
      await moveTo(101n, trx);
      await sql`notify indexer_live_query, '[]'`.execute(trx);
    });
    const startedAt = performance.now();
    await waitFor("the block", () => watcher.peek()?.position?.indexed.number === 101n, fast);
    expect(performance.now() - startedAt).toBeLessThan(150);
    expect((await watcher.current()).indexer).not.toBe(before.indexer);
  });

  it("does not trust what a message says", async () => {
    const watcher = await watch();
    await sql`notify indexer_live_query, '{"block": 999999}'`.execute(db);
    await sleep(100);
    expect((await watcher.current()).position?.indexed.number).toBe(100n);
  });

  it("changes with a rollback that nobody tells of, and again with a block of the same number and time", async () => {
    const watcher = await watch();
    const first = await watcher.current();
    await rollBack();
    const second = await waitFor("the rollback", async () => {
      const state = await watcher.current();
      return state.indexer !== first.indexer && state;
    });
    await moveTo(100n);
    const third = await waitFor("the other block", async () => {
      const state = await watcher.current();
      return state.indexer !== second.indexer && state;
    });
    expect(third.position).toEqual(first.position);
  });

  it("is looked at anew for a caller that wants no older look", async () => {
    const watcher = await watch({ maxAgeMs: 0 });
    for (const block of [101n, 102n, 103n]) {
      await moveTo(block);
      expect((await watcher.current()).position?.indexed.number).toBe(block);
    }
  });

  it("follows the views to a new deployment's tables", async () => {
    for (const [schema, block] of [
      ["first", 50n],
      ["second", 60n],
    ] as const) {
      await sql`drop schema if exists indexer cascade`.execute(db);
      await createIndexerTables(db);
      await moveTo(block);
      await sql`drop schema if exists ${sql.table(schema)} cascade`.execute(db);
      await sql`alter schema indexer rename to ${sql.table(schema)}`.execute(db);
    }
    const show = (schema: string) =>
      db.transaction().execute(async (trx) => {
        await sql`drop schema if exists indexer cascade`.execute(trx);
        await sql`create schema indexer`.execute(trx);
        for (const view of ["_ponder_checkpoint", "_ponder_meta"])
          await sql`create view ${sql.table(`indexer.${view}`)} as select * from ${sql.table(`${schema}.${view}`)}`.execute(
            trx,
          );
      });
    await show("first");
    const watcher = await watch({ maxAgeMs: 0 });
    expect((await watcher.current()).position?.indexed.number).toBe(50n);
    await show("second");
    expect((await watcher.current()).position?.indexed.number).toBe(60n);
  });
});

describe("no version, so that nothing is kept,", () => {
  it("is there while the indexer's rows are incomplete", async () => {
    const watcher = await watch({ maxAgeMs: 0 });
    await sql`update indexer._ponder_meta set value = '{"is_ready": 0}'`.execute(db);
    const state = await watcher.current();
    expect(state.position?.indexed.number).toBe(100n);
    expect([versionOf(state, false), versionOf(state, true)]).toEqual([undefined, undefined]);
  });

  it("nor a position is there before the indexer has tables", async () => {
    await sql`drop schema indexer cascade`.execute(db);
    const watcher = await watch({ maxAgeMs: 0 });
    const state = await watcher.current();
    expect(state.position).toBeUndefined();
    expect(versionOf(state, false)).toBeUndefined();
  });
});

describe("when the connection is lost", () => {
  it("everything counts as changed, and later changes are told again", async () => {
    const watcher = await watch();
    const before = await watcher.current();
    await endWatchers();
    const after = await waitFor("a new connection", async () => {
      const state = await watcher.current();
      return state !== before && state;
    });
    expect(after.indexer).not.toBe(before.indexer);
    expect(after.nektar).not.toBe(before.nektar);
    await sql`truncate nektar.response`.execute(db);
    await waitFor("a change", () => (watcher.peek()?.nektar ?? 0) > after.nektar, fast);
  });

  it("it says so while the database refuses it, and goes on by itself", async () => {
    const watcher = await watch({ maxAgeMs: 0 });
    const admin = createDatabase({
      connectionString: new URL("/postgres", database.url).href,
      applicationName: "test",
      max: 1,
    });
    onTestFinished(() => admin.destroy());
    const name = sql.table(new URL(database.url).pathname.slice(1));
    await sql`alter database ${name} with allow_connections false`.execute(admin);
    try {
      await endWatchers();
      await waitFor("the loss", async () =>
        watcher.current().then(
          () => false as const,
          () => true,
        ),
      );
      await expect(watcher.current()).rejects.toThrow();
    } finally {
      await sql`alter database ${name} with allow_connections true`.execute(admin);
    }
    await waitFor("the connection by itself", () => countWatchers().then((count) => count === 1));
  });
});

describe("the looks", () => {
  it("end some time after the last question", async () => {
    const watcher = await watch();
    await watcher.current();
    const lastLook = async () => {
      const { rows } = await sql<{ at: Date }>`select query_start as at from pg_stat_activity
        where datname = current_database() and application_name = 'nektar_api_changes'`.execute(db);
      return rows[0]?.at.getTime();
    };
    const first = await lastLook();
    await sleep(600);
    expect(await lastLook()).not.toBe(first);
    await sleep(2_000);
    const last = await lastLook();
    await sleep(600);
    expect(await lastLook()).toBe(last);
  });

  it("go on, with a wake-up for every change, while somebody is subscribed", async () => {
    const watcher = await watch();
    let woken = 0;
    const stop = watcher.subscribe(() => {
      woken += 1;
    });
    await sleep(2_500);
    const before = woken;
    await rollBack();
    await waitFor("the wake-up", () => woken > before);
    stop();
  });
});

async function countWatchers(): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`select count(*) as count from pg_stat_activity
    where datname = current_database() and application_name = 'nektar_api_changes'`.execute(db);
  return Number(rows[0]?.count);
}
