import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Digest, digestTables } from "../../indexer/digest/digestTables.ts";
import { readProgress, readSnapshot } from "../../lib/database/checkpoint.ts";
import { createDatabase } from "../../lib/database/createDatabase.ts";

export async function withClient<Result>(
  url: string,
  use: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(url);
  client.on("error", () => {});
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** An empty database on the server, instead of one of that name. */
export async function freshDatabase(server: string, name: string): Promise<string> {
  await withClient(server, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name}`);
  });
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Drops all that was indexed. What remains is Ponder's cache of blocks and logs, and which chain it is of. */
export async function dropRows(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ nspname: string }>(
      "select nspname from pg_namespace where nspname ~ '^(indexer|indexer_[0-9a-f]{8}|bare|plain)$'",
    );
    for (const { nspname } of rows) await client.query(`drop schema ${pg.escapeIdentifier(nspname)} cascade`);
  });
}

/** A digest of each table's rows, as `nektar indexer digest` prints it. */
export async function digestsOf(url: string): Promise<Digest[]> {
  const db = createDatabase({ connectionString: url, applicationName: "bench" });
  try {
    return await readSnapshot(db, async (trx) => {
      const digests: Digest[] = [];
      for await (const digest of digestTables(trx)) digests.push(digest);
      return digests;
    });
  } finally {
    await db.destroy();
  }
}

/**
 * Raises the head to one block after another, and returns after how many milliseconds a reader saw each; looks every 5 ms.
 *
 * @throws {Error} when one is not visible within a minute.
 */
export async function millisecondsUntil(
  url: string,
  blocks: readonly number[],
  raise: (block: number) => void,
  pauseMs: number,
): Promise<number[]> {
  const db = createDatabase({ connectionString: url, applicationName: "bench" });
  const latencies: number[] = [];
  try {
    for (const block of blocks) {
      const since = performance.now();
      raise(block);
      while ((await readProgress(db)).latest.block < BigInt(block)) {
        await sleep(5);
        if (performance.now() - since > 60_000) throw new Error(`block ${block} did not become visible`);
      }
      latencies.push(performance.now() - since);
      await sleep(pauseMs);
    }
    return latencies;
  } finally {
    await db.destroy();
  }
}
