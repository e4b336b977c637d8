import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { ConfigError } from "../lib/errors/NektarError.ts";
import type { Settings } from "./settings.ts";

/** What this project keeps in a data directory; anything else in it is not ours to delete. */
const ours = ["postgres", "chain", "logs", "processes.json"];
/** What belongs to the chain: a chain of the user's own keeps its contracts, and knows the operators by these keys. */
const oursOfTheChain = ["operators", "addresses.json"];

/** Schemas that belong to this project: ours, the indexer's with its cache, and the queue's. */
const ourSchemas = /^(nektar|bullmq|indexer|indexer_meta|indexer_[0-9a-f]{8}|ponder_sync)$/;

/**
 * Deletes what earlier starts made: files under the data directory and, in a database of the user's own, our schemas only.
 *
 * @returns what was deleted, for the user to read.
 */
export async function reset(settings: Settings): Promise<string[]> {
  const names = settings.rpcUrls === null ? [...ours, ...oursOfTheChain] : ours;
  const deleted = deleteFiles(settings.dataDirectory, names);
  if (settings.databaseUrl !== null) deleted.push(...(await dropSchemas(settings.databaseUrl)));
  return deleted;
}

function deleteFiles(dataDirectory: string, names: readonly string[]): string[] {
  if (!existsSync(dataDirectory)) return [];
  const present = readdirSync(dataDirectory).filter((name) => names.includes(name));
  for (const name of present) rmSync(join(dataDirectory, name), { recursive: true, force: true });
  return present.map((name) => join(dataDirectory, name));
}

async function dropSchemas(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (cause) {
    throw new ConfigError("DATABASE_URL does not answer, so its schemas cannot be dropped.", {}, { cause });
  }
  try {
    const { rows } = await client.query<{ nspname: string }>(
      "select nspname from pg_namespace order by nspname",
    );
    const schemas = rows.map(({ nspname }) => nspname).filter((name) => ourSchemas.test(name));
    for (const schema of schemas) await client.query(`drop schema ${pg.escapeIdentifier(schema)} cascade`);
    return schemas.map((schema) => `schema ${schema} in DATABASE_URL`);
  } finally {
    await client.end();
  }
}
