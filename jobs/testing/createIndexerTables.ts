import { sql } from "kysely";
import type { Database } from "../../lib/database/createDatabase.ts";

// Ponder's tables are Drizzle's, which is no dependency of ours; these symbols are registered globally.
const tableName = Symbol.for("drizzle:Name");
const tableColumns = Symbol.for("drizzle:Columns");
type DrizzleTable = {
  [tableName]: string;
  [tableColumns]: Record<string, { readonly notNull: boolean; getSQLType(): string }>;
};

/**
 * Makes the indexer's tables for a test that fills them itself.
 * @param schema The module `indexer/ponder.schema.ts`, which only a test may import.
 */
export async function createIndexerTables(db: Database, schema: object): Promise<void> {
  await sql`create schema indexer`.execute(db);
  const tables = Object.values(schema).filter((value): value is DrizzleTable => tableName in value);
  for (const table of tables) {
    const columns = Object.entries(table[tableColumns]).map(([name, column]) => {
      const type = column.getSQLType().replace("numeric(78)", "numeric(78,0)");
      return sql`${sql.ref(snakeCase(name))} ${sql.raw(type)} ${sql.raw(column.notNull ? "not null" : "")}`;
    });
    await sql`create table ${sql.table(`indexer.${table[tableName]}`)} (${sql.join(columns)})`.execute(db);
  }
  await sql`create table indexer._ponder_checkpoint (
    chain_name text, chain_id bigint, safe_checkpoint text, latest_checkpoint text, finalized_checkpoint text
  )`.execute(db);
}

/** Says how far the indexer is. */
export async function setProgress(
  db: Database,
  progress: { latest: readonly [timestamp: bigint, block: bigint]; finalized: readonly [bigint, bigint] },
): Promise<void> {
  const checkpoint = ([timestamp, block]: readonly [bigint, bigint]) =>
    `${padded(timestamp, 10)}${padded(31337n, 16)}${padded(block, 16)}${"9".repeat(33)}`;
  const finalized = checkpoint(progress.finalized);
  await db.deleteFrom("indexer._ponder_checkpoint").execute();
  await db
    .insertInto("indexer._ponder_checkpoint")
    .values({
      chain_name: "test",
      chain_id: 31337n,
      safe_checkpoint: finalized,
      latest_checkpoint: checkpoint(progress.latest),
      finalized_checkpoint: finalized,
    })
    .execute();
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const padded = (value: bigint, digits: number) => value.toString().padStart(digits, "0");
