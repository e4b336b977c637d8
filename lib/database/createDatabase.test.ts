import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import { createDatabase, type Database } from "./createDatabase.ts";

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase({ connectionString: database.url, applicationName: "test" });
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

/** As a restart of Postgres does to all its connections. */
async function endOtherConnections(): Promise<void> {
  const client = new pg.Client(database.url);
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  await client.end();
}

/** A connection that broke a moment ago may still be handed out once; then there is a new one. */
async function recovered(): Promise<void> {
  await waitFor("a connection", async () => (await sql`select 1`.execute(db)).rows.length === 1);
}

async function isSleeping(): Promise<boolean> {
  const client = new pg.Client(database.url);
  await client.connect();
  const { rowCount } = await client.query(
    "select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'",
  );
  await client.end();
  return rowCount === 1;
}

describe("createDatabase", () => {
  it("reads integers of any size exactly", async () => {
    const { rows } = await sql<{ huge: bigint; count: bigint }>`
      select 115792089237316195423570985008687907853269984665640564039457584007913129639935::numeric(78,0) as huge,
        count(*) from (values (1)) v`.execute(db);
    expect(rows).toEqual([{ huge: 2n ** 256n - 1n, count: 1n }]);
  });

  it("outlives the loss of an idle connection, of one in a transaction and of one in a query", async () => {
    await recovered();
    await endOtherConnections();
    await recovered();
    const inTransaction = db.transaction().execute(async (trx) => {
      await sql`select 1`.execute(trx);
      await endOtherConnections();
      // The connection's end arrives while no query runs, as it does while a job waits for the chain.
      await new Promise((resolve) => setTimeout(resolve, 100));
      await sql`select 1`.execute(trx);
    });
    await expect(inTransaction).rejects.toThrow();
    await recovered();
    const inQuery = sql`select pg_sleep(5)`.execute(db);
    const failed = expect(inQuery).rejects.toThrow();
    await waitFor("the query to run", isSleeping);
    await endOtherConnections();
    await failed;
    await recovered();
  });
});
