import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { createDatabase } from "../../../lib/database/createDatabase.ts";
import { migrate } from "../../../lib/database/migrate.ts";
import {
  createIndexerIndexes,
  createIndexerTables,
  setProgress,
} from "../../../test/support/createIndexerTables.ts";
import { clockOf, type Size, timeOf } from "./size.ts";

export const sqlFolder = new URL("./sql/", import.meta.url);

/** Makes all tables in an empty database, fills them and makes their indexes. The same size makes the same rows. */
export async function fillDataSet(url: string, size: Size): Promise<void> {
  const db = createDatabase({ connectionString: url, applicationName: "bench", statementTimeoutMs: 600_000 });
  try {
    await migrate(db);
    await createIndexerTables(db);
    await runStatements(url, size);
    await createIndexerIndexes(db);
    const { head } = clockOf(size);
    const point = (block: number) => [BigInt(timeOf(block)), BigInt(block)] as const;
    await setProgress(db, { latest: point(head), finalized: point(head - 100) });
  } finally {
    await db.destroy();
  }
  await withClient(url, (client) => client.query("vacuum analyze"));
}

/** Runs the files in the order of their names on one connection: later ones read temporary tables of earlier ones. */
async function runStatements(url: string, size: Size): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(
      "create temp table size (operators bigint, networks bigint, delegations bigint, tasks bigint)",
    );
    await client.query("insert into size values ($1, $2, $3, $4)", [
      size.operators,
      size.networks,
      size.delegations,
      size.tasks,
    ]);
    for (const file of readdirSync(sqlFolder).sort())
      await client.query(readFileSync(new URL(file, sqlFolder), "utf8"));
  });
}

async function withClient(url: string, run: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}
