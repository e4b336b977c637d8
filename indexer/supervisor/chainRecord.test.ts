import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { createPool } from "../../lib/database/createDatabase.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { createLogger } from "../../lib/logging/createLogger.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { bindToChain } from "./chainRecord.ts";
import { holdSchemaLock, lockSchema } from "./schemaLock.ts";
import { isLive, listSchemas, retireSchemas } from "./schemas.ts";

const logger = createLogger("test", "silent");
const address = `0x${"1".repeat(40)}` as const;
const deployment = {
  chainId: 31337,
  genesisHash: `0x${"ab".repeat(32)}`,
  contracts: { taskManager: address },
} as unknown as Deployment;
const restarted: Deployment = { ...deployment, genesisHash: `0x${"cd".repeat(32)}` };

describe("the indexer's schemas", () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let other: pg.Client;

  beforeEach(async () => {
    database = await createTestDatabase();
    pool = createPool({ connectionString: database.url, applicationName: "test" });
    other = new pg.Client(database.url);
    other.on("error", () => {});
    await other.connect();
  });
  afterEach(async () => {
    await other.end();
    await pool.end();
    await database.drop();
  });

  const indexed = async () => {
    await pool.query(`
      create schema indexer_0000000a; create schema indexer_0000000b; create schema ponder_sync; create schema indexer;
      create table indexer_0000000a.task (id text); create view indexer.task as select * from indexer_0000000a.task`);
  };
  const schemas = async () => {
    const { rows } = await pool.query(
      "select nspname from pg_namespace where nspname ~ '^(indexer|ponder)' order by 1",
    );
    return rows.map((row) => row.nspname);
  };

  it("stay for the same chain", async () => {
    await bindToChain(pool, deployment, logger);
    await indexed();
    await bindToChain(pool, deployment, logger);
    expect(await schemas()).toEqual([
      "indexer",
      "indexer_0000000a",
      "indexer_0000000b",
      "indexer_meta",
      "ponder_sync",
    ]);
  });

  it("go, with the views and Ponder's cache, when the chain was started anew under the same id", async () => {
    await bindToChain(pool, deployment, logger);
    await indexed();
    await bindToChain(pool, restarted, logger);
    expect(await schemas()).toEqual(["indexer_meta"]);
    await indexed();
    await bindToChain(pool, restarted, logger);
    expect(await listSchemas(pool)).toHaveLength(2);
  });

  it("are bound once by two processes that start at the same time", async () => {
    await Promise.all([bindToChain(pool, deployment, logger), bindToChain(pool, deployment, logger)]);
    const { rows } = await pool.query("select count(*)::int as count from indexer_meta.chain");
    expect(rows).toEqual([{ count: 1 }]);
  });

  it("are retired once nobody writes to them, all but the live one", async () => {
    await bindToChain(pool, deployment, logger);
    await indexed();
    await lockSchema(other, "indexer_0000000b");
    expect(await retireSchemas(pool, "indexer_0000000a")).toEqual([]);
    await other.query("select pg_advisory_unlock_all()");
    expect(await retireSchemas(pool, "indexer_0000000a")).toEqual(["indexer_0000000b"]);
    expect(await listSchemas(pool)).toEqual(["indexer_0000000a"]);
  });

  it("are live once their history is indexed and the views read them", async () => {
    const live = () =>
      Promise.all(["indexer_0000000a", "indexer_0000000b"].map((schema) => isLive(pool, schema)));
    expect(await live()).toEqual([false, false]);
    await indexed();
    for (const schema of ["indexer_0000000a", "indexer_0000000b"]) {
      await pool.query(`create table ${schema}._ponder_meta (value jsonb)`);
      await pool.query(`insert into ${schema}._ponder_meta values ('{"is_ready": 1}')`);
    }
    await pool.query("create view indexer._ponder_meta as select * from indexer_0000000b._ponder_meta");
    expect(await live()).toEqual([false, true]);
    await pool.query(`update indexer_0000000b._ponder_meta set value = '{"is_ready": 0}'`);
    expect(await live()).toEqual([false, false]);
  });

  it("are not taken from an indexer of another chain that still runs", async () => {
    await bindToChain(pool, deployment, logger);
    await indexed();
    await lockSchema(other, "indexer_0000000a");
    await expect(bindToChain(pool, restarted, logger, 600)).rejects.toThrow(ConfigError);
    expect(await listSchemas(pool)).toHaveLength(2);
  });

  it("have one writer, which is told when its session ends, and clears what a killed one left locked", async () => {
    await pool.query(`
      create schema indexer_0000000a; create table indexer_0000000a._ponder_meta (value jsonb);
      insert into indexer_0000000a._ponder_meta values ('{"is_locked": 1}')`);
    const lost = new Promise<string>((done) => {
      holdSchemaLock(database.url, "indexer_0000000a", done).catch(() => {});
    });
    await expect
      .poll(async () => (await pool.query("select value from indexer_0000000a._ponder_meta")).rows)
      .toEqual([{ value: { is_locked: 0 } }]);
    expect(await lockSchema(other, "indexer_0000000a")).toBe(false);
    await pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name like '%_lock'",
    );
    expect(await lost).toMatch(/terminat/);
    await expect.poll(() => lockSchema(other, "indexer_0000000a")).toBe(true);
  });
});
