import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

export type TestDatabase = {
  /** Connection string of a fresh, empty database. */
  readonly url: string;
  /** Drops it, ending what is still connected. Databases left over are dropped after the run. */
  drop(): Promise<void>;
};

/** Makes an empty database for one test file (60 ms). Call `migrate` of lib/database for the schema `nektar`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return createDatabaseOn(inject("postgresUrl"), inject("runId"));
}

/** The same outside of vitest: on a server, for a run that is told from others by `runId`. */
export async function createDatabaseOn(server: string, runId: string): Promise<TestDatabase> {
  const name = `nektar_test_${runId}_${randomBytes(4).toString("hex")}`;
  await withClient(server, (client) => client.query(`create database ${pg.escapeIdentifier(name)}`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => withClient(server, (client) => dropDatabase(client, name)) };
}

/** Drops every database that a run made and did not drop. */
export async function dropTestDatabases(server: string, runId: string): Promise<void> {
  await withClient(server, async (client) => {
    const prefix = `nektar_test_${runId}_`;
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where starts_with(datname, $1)",
      [prefix],
    );
    for (const { datname } of rows) await dropDatabase(client, datname);
  });
}

async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
}

async function withClient(url: string, run: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}
