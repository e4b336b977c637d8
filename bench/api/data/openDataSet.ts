import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { freePort } from "../../../devnet/net/ports.ts";
import { openCluster } from "../../../devnet/postgres/cluster.ts";
import { acceptsQueries, serverCommand, serverUrl } from "../../../devnet/postgres/server.ts";
import { endProcess, startProcess } from "../../../test/support/childProcess.ts";
import { waitFor } from "../../../test/support/waitFor.ts";
import { fillDataSet, sqlFolder } from "./fillDataSet.ts";
import type { Size } from "./size.ts";

const clusterDirectory = ".nektar/bench/postgres";

const prefix = "nektar_bench_api_";

export type DataSet = {
  readonly url: string;
  /** Seconds that it took to make; undefined when it was kept from an earlier run. */
  readonly madeInSeconds: number | undefined;
  close(): Promise<void>;
};

/**
 * The data set of a size on the server that DATABASE_URL names, or on an embedded one under `.nektar/bench`. It is kept
 * between runs in a database whose name says what made it.
 */
export async function openDataSet(size: Size): Promise<DataSet> {
  const server = await startServer();
  try {
    const name = `${prefix}${hashOf(size)}`;
    const madeInSeconds = await makeUnlessThere(server.url, name, size);
    return { url: withDatabase(server.url, name), madeInSeconds, close: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const cluster = await openCluster(clusterDirectory);
  const port = await freePort();
  const { program, args, ids } = serverCommand(cluster, { port, durable: false });
  const { child, output } = startProcess(program, args, { ...ids, cwd: cluster.dataDirectory });
  const url = serverUrl(cluster, port, "postgres");
  await waitFor("PostgreSQL", () => acceptsQueries(url), { timeoutMs: 30_000 }).catch((cause: unknown) => {
    throw new Error(`PostgreSQL did not start: ${output()}`, { cause });
  });
  return { url, stop: () => endProcess(child, "SIGINT") };
}

async function makeUnlessThere(server: string, name: string, size: Size): Promise<number | undefined> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount) return undefined;
    await dropOthers(client, name);
    const startedAt = performance.now();
    // Filled under another name, so that what bears the name is always whole.
    const unfinished = `${name}_unfinished`;
    await client.query(`drop database if exists ${pg.escapeIdentifier(unfinished)} with (force)`);
    await client.query(`create database ${pg.escapeIdentifier(unfinished)}`);
    await fillDataSet(withDatabase(server, unfinished), size);
    await client.query(
      `alter database ${pg.escapeIdentifier(unfinished)} rename to ${pg.escapeIdentifier(name)}`,
    );
    return (performance.now() - startedAt) / 1_000;
  } finally {
    await client.end();
  }
}

/** What other rows or tables made is of no use any more, unless another checkout uses it right now. */
async function dropOthers(client: pg.Client, name: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    "select datname from pg_database where starts_with(datname, $1) and datname <> $2",
    [prefix, name],
  );
  for (const { datname } of rows)
    await client.query(`drop database ${pg.escapeIdentifier(datname)}`).catch(() => {});
}

/** Of everything that makes the rows: the statements, the tables and the size. */
function hashOf(size: Size): string {
  const hash = createHash("sha256").update(JSON.stringify(size));
  const root = new URL("../../../", import.meta.url);
  const migrations = new URL("lib/database/migrations/", root);
  const tables = new URL("indexer/schema/", root);
  const files = [
    ...readdirSync(tables).map((file) => new URL(file, tables)),
    ...readdirSync(sqlFolder).map((file) => new URL(file, sqlFolder)),
    ...readdirSync(migrations).map((file) => new URL(file, migrations)),
    new URL("indexer/ponder.schema.ts", root),
    new URL("indexer/buckets/daysOf.ts", root),
    new URL("indexer/history/versionsOf.ts", root),
    new URL("test/support/createIndexerTables.ts", root),
  ];
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 12);
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
