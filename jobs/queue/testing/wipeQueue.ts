import { Redis } from "ioredis";
import { sql } from "kysely";
import { expect } from "vitest";
import type { Database } from "../../../lib/database/createDatabase.ts";
import { waitFor } from "../../../test/support/waitFor.ts";
import type { QueueEngine } from "../openQueue.ts";

/**
 * Deletes all that the queue holds behind its back, as an operator's `FLUSHALL` or `truncate` would.
 *
 * @param db of the engine's database; not used on Redis.
 */
export async function wipeQueue(db: Database, { kind, url, namespace }: QueueEngine): Promise<void> {
  if (kind === "redis") {
    const redis = new Redis(url);
    const keys = await redis.keys(`${namespace}:*`);
    expect(keys.length).toBeGreaterThan(0);
    await redis.del(keys);
    await redis.quit();
    return;
  }
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = ${namespace} and table_type = 'BASE TABLE' and table_name not like '%migration%'`.execute(
    db,
  );
  expect(rows.length).toBeGreaterThan(0);
  const tables = sql.join(rows.map((row) => sql.table(`${namespace}.${row.name}`)));
  // A running queue may hold its tables in another order: Postgres then ends one side, perhaps ours.
  await waitFor("the queue's tables", async () => Boolean(await sql`truncate ${tables} cascade`.execute(db)));
}
