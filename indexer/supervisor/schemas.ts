import pg from "pg";
import { lockSchema, unlockSchema } from "./schemaLock.ts";

/** Readers know this schema only: Ponder keeps its views there. */
export const viewsSchema = "indexer";
/** Our own records about the chain; unlike the rest not Ponder's. */
export const metaSchema = "indexer_meta";
const syncCache = "ponder_sync";

/** Every schema that holds rows of some code on some chain. */
export async function listSchemas(db: pg.Pool | pg.ClientBase): Promise<string[]> {
  const { rows } = await db.query<{ nspname: string }>(
    "select nspname from pg_namespace where nspname ~ '^indexer_[0-9a-f]{8}$' order by nspname",
  );
  return rows.map((row) => row.nspname);
}

/** Drops one such schema with everything in it, and the views that read it. */
export async function dropSchema(db: pg.Pool | pg.ClientBase, schema: string): Promise<void> {
  await db.query(`drop schema if exists ${pg.escapeIdentifier(schema)} cascade`);
  await db.query(`delete from ${metaSchema}.finality where schema = $1`, [schema]);
}

/** Drops Ponder's cache of logs and blocks, which knows a chain by its id only. */
export async function dropSyncCache(db: pg.Pool | pg.ClientBase): Promise<void> {
  await db.query(`drop schema if exists ${syncCache} cascade`);
}

export async function dropViews(db: pg.Pool | pg.ClientBase): Promise<void> {
  await db.query(`drop schema if exists ${viewsSchema} cascade`);
}

/** Whether the history is indexed and the views read this schema: those of other schemas are no longer needed. */
export async function isLive(pool: pg.Pool, schema: string): Promise<boolean> {
  if (!(await tableExists(pool, schema, "_ponder_meta"))) return false;
  const { rows } = await pool.query<{ live: boolean }>(
    `select value->>'is_ready' = '1' and exists (
       select from information_schema.view_table_usage
       where view_schema = $1 and view_name = '_ponder_meta' and table_schema = $2
     ) as live
     from ${pg.escapeIdentifier(schema)}._ponder_meta`,
    [viewsSchema, schema],
  );
  return rows[0]?.live ?? false;
}

/** The block up to which rows can no longer be rolled back; null before the schema has a checkpoint. */
export async function finalizedBlock(pool: pg.Pool, schema: string): Promise<bigint | null> {
  if (!(await tableExists(pool, schema, "_ponder_checkpoint"))) return null;
  const { rows } = await pool.query<{ block: bigint }>(
    `select substr(finalized_checkpoint, 27, 16)::bigint as block from ${pg.escapeIdentifier(schema)}._ponder_checkpoint`,
  );
  return rows[0]?.block ?? null;
}

/** The newest block in Ponder's cache, which holds final blocks with events only. */
export async function newestCachedBlock(
  pool: pg.Pool,
  chainId: number,
): Promise<{ block: bigint; hash: string } | null> {
  if (!(await tableExists(pool, syncCache, "blocks"))) return null;
  const { rows } = await pool.query<{ block: bigint; hash: string }>(
    `select number as block, hash from ${syncCache}.blocks where chain_id = $1 order by number desc limit 1`,
    [chainId],
  );
  return rows[0] ?? null;
}

/**
 * Drops every schema but `live` that no indexer is writing to.
 *
 * @returns the names of those that were dropped.
 */
export async function retireSchemas(pool: pg.Pool, live: string): Promise<string[]> {
  const retired: string[] = [];
  for (const schema of await listSchemas(pool)) {
    if (schema === live) continue;
    const client = await pool.connect();
    try {
      if (!(await lockSchema(client, schema))) continue;
      await dropSchema(client, schema).finally(() => unlockSchema(client, schema));
      retired.push(schema);
    } finally {
      client.release();
    }
  }
  return retired;
}

/** Of the schemas in the database those that an indexer, here or elsewhere, is writing to. */
export async function activeSchemas(client: pg.ClientBase): Promise<string[]> {
  const active: string[] = [];
  for (const schema of await listSchemas(client)) {
    if (await lockSchema(client, schema)) await unlockSchema(client, schema);
    else active.push(schema);
  }
  return active;
}

/** Changes whenever the server was started anew, after a crash too. */
export async function postmasterStart(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ started: string }>(
    "select pg_postmaster_start_time()::text as started",
  );
  return rows[0]?.started ?? "";
}

async function tableExists(pool: pg.Pool, schema: string, table: string): Promise<boolean> {
  const { rows } = await pool.query<{ exists: boolean }>("select to_regclass($1) is not null as exists", [
    `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`,
  ]);
  return rows[0]?.exists ?? false;
}
