import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Hex } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import type { Logger } from "../../lib/logging/createLogger.ts";
import { activeSchemas, dropSchema, dropSyncCache, dropViews, listSchemas, metaSchema } from "./schemas.ts";

type ChainRecord = { chain_id: string; genesis_hash: Hex; task_manager: Hex };

/**
 * Binds the database to the chain. Ponder's cache knows a chain by its id only, and a development chain that is started
 * anew keeps its id: then the cache, the views and every indexed schema are dropped, all of which follow from the chain.
 *
 * @throws {ConfigError} when another indexer is still writing here for the other chain.
 */
export async function bindToChain(
  pool: pg.Pool,
  deployment: Deployment,
  logger: Logger,
  patienceMs = 15_000,
): Promise<void> {
  const client = await pool.connect();
  try {
    await createRecords(client);
    const known = await readRecord(client);
    const wanted = recordOf(deployment);
    if (known && isSame(known, wanted)) return;
    if (known) {
      logger.warn({ known, wanted }, "another chain or deployment: dropping what was indexed before");
      await waitUntilUnused(client, patienceMs);
      await discardAll(client);
    }
    await writeRecord(client, wanted);
  } finally {
    client.release();
  }
}

function recordOf({ chainId, genesisHash, contracts }: Deployment): ChainRecord {
  return { chain_id: String(chainId), genesis_hash: genesisHash, task_manager: contracts.taskManager };
}

function isSame(one: ChainRecord, other: ChainRecord): boolean {
  return (
    one.chain_id === other.chain_id &&
    one.genesis_hash === other.genesis_hash &&
    one.task_manager === other.task_manager
  );
}

async function waitUntilUnused(client: pg.ClientBase, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const active = await activeSchemas(client);
    if (active.length === 0) return;
    if (Date.now() > deadline) {
      throw new ConfigError(
        `Another indexer, of another chain or deployment, is writing to this database (${active.join(", ")}). Stop it, or give this one a database of its own.`,
        { active },
      );
    }
    await sleep(500);
  }
}

async function discardAll(client: pg.ClientBase): Promise<void> {
  await dropViews(client);
  for (const schema of await listSchemas(client)) await dropSchema(client, schema);
  await dropSyncCache(client);
}

/** One transaction, since it is one message; two processes that start at once wait for one another in it. */
async function createRecords(client: pg.ClientBase): Promise<void> {
  await client.query(`
    select pg_advisory_xact_lock(hashtextextended('nektar ${metaSchema}', 0));
    create schema if not exists ${metaSchema};
    create table if not exists ${metaSchema}.chain (
      one boolean primary key default true check (one),
      chain_id bigint not null,
      genesis_hash text not null,
      task_manager text not null
    );
    create table if not exists ${metaSchema}.finality (
      schema text primary key,
      block bigint not null,
      hash text not null
    );
    create table if not exists ${metaSchema}.invariant (
      name text primary key,
      violations int not null,
      example text,
      checked_block bigint not null,
      checked_at timestamptz not null
    );
  `);
}

async function readRecord(client: pg.ClientBase): Promise<ChainRecord | null> {
  const { rows } = await client.query<ChainRecord>(
    `select chain_id::text, genesis_hash, task_manager from ${metaSchema}.chain`,
  );
  return rows[0] ?? null;
}

async function writeRecord(client: pg.ClientBase, record: ChainRecord): Promise<void> {
  await client.query(
    `insert into ${metaSchema}.chain (chain_id, genesis_hash, task_manager) values ($1, $2, $3)
     on conflict (one) do update
     set chain_id = excluded.chain_id, genesis_hash = excluded.genesis_hash, task_manager = excluded.task_manager`,
    [record.chain_id, record.genesis_hash, record.task_manager],
  );
}
