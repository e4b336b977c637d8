import { sql } from "kysely";
import * as schema from "../../indexer/ponder.schema.ts";
import type { Database } from "../../lib/database/createDatabase.ts";

// Ponder's tables are Drizzle's, which is no dependency of ours; these symbols are registered globally.
const tableName = Symbol.for("drizzle:Name");
const tableColumns = Symbol.for("drizzle:Columns");
const extraColumns = Symbol.for("drizzle:ExtraConfigColumns");
const extraConfig = Symbol.for("drizzle:ExtraConfigBuilder");
const viewConfig = Symbol.for("drizzle:ViewBaseConfig");
type Column = {
  readonly primary: boolean;
  readonly notNull: boolean;
  readonly hasDefault: boolean;
  getSQLType(): string;
};
type Extra = { columns: readonly { name: string }[] } | { config: { columns: readonly { name: string }[] } };
type DrizzleTable = {
  [tableName]: string;
  [tableColumns]: Record<string, Column>;
  [extraColumns]: unknown;
  [extraConfig]?: (columns: unknown) => Record<string, Extra> & {
    pk?: { columns: readonly { name: string }[] };
  };
};

type Rendering = {
  readonly casing: { getColumnCasing(column: { readonly name: string }): string };
  escapeName(name: string): string;
  escapeParam(number: number): string;
  escapeString(text: string): string;
};
type DrizzleView = {
  [viewConfig]: {
    readonly name: string;
    readonly query: {
      toQuery(how: Rendering): { readonly sql: string; readonly params: readonly unknown[] };
    };
  };
};

const drizzleTables = () =>
  Object.values(schema as object).filter((value): value is DrizzleTable => tableName in value);
const drizzleViews = () =>
  Object.values(schema as object).filter((value): value is DrizzleView => viewConfig in value);

/** Makes the indexer's tables, as plain ones, and its views, for a test that fills them itself. */
export async function createIndexerTables(db: Database): Promise<void> {
  await sql`create schema indexer`.execute(db);
  for (const table of drizzleTables()) await createTable(db, table);
  await db.transaction().execute(async (trx) => {
    await sql`set local search_path to indexer`.execute(trx);
    for (const view of drizzleViews()) await createView(trx, view);
  });
  await sql`create table indexer._ponder_checkpoint (
    chain_name text, chain_id bigint, safe_checkpoint text, latest_checkpoint text, finalized_checkpoint text
  )`.execute(db);
  await sql`create table indexer._ponder_meta as
    select 'app' as key, '{"is_ready": 1}'::jsonb as value`.execute(db);
}

async function createTable(db: Database, table: DrizzleTable): Promise<void> {
  const columns = Object.entries(table[tableColumns]);
  const definitions = columns.map(([name, column]) => {
    const type = column.getSQLType().replace("numeric(78)", "numeric(78,0)");
    const words = [type, column.notNull ? "not null" : "", column.hasDefault ? "default 0" : ""].join(" ");
    return sql`${sql.ref(snakeCase(name))} ${sql.raw(words)}`;
  });
  const single = columns.filter(([, column]) => column.primary).map(([name]) => snakeCase(name));
  const several = table[extraConfig]?.(table[extraColumns]).pk?.columns.map((column) => column.name);
  const key = sql.join((several ?? single).map((name) => sql.ref(snakeCase(name))));
  const name = sql.table(`indexer.${table[tableName]}`);
  await sql`create table ${name} (${sql.join(definitions)}, primary key (${key}))`.execute(db);
}

/** As Ponder makes it, from the same definition. Names in it are without a schema: `indexer` has to be searched. */
async function createView(db: Database, view: DrizzleView): Promise<void> {
  const { name, query } = view[viewConfig];
  const { sql: definition, params } = query.toQuery({
    casing: { getColumnCasing: (column) => snakeCase(column.name) },
    escapeName: (part) => `"${part}"`,
    escapeParam: (number) => `$${number}`,
    escapeString: (text) => `'${text.replaceAll("'", "''")}'`,
  });
  if (params.length > 0) throw new Error(`the view ${name} has parameters`);
  await sql`create view ${sql.table(`indexer.${name}`)} as ${sql.raw(definition)}`.execute(db);
}

/** Makes the indexes too, under the names that Ponder gives them; it makes them when it has read the history. */
export async function createIndexerIndexes(db: Database): Promise<void> {
  for (const table of drizzleTables()) {
    const extras = Object.values(table[extraConfig]?.(table[extraColumns]) ?? {});
    for (const extra of extras) {
      if (!("config" in extra)) continue; // the primary key
      const columns = extra.config.columns.map(({ name }) => snakeCase(name));
      const index = sql.ref([table[tableName], ...columns, "index"].join("_"));
      const keys = sql.join(columns.map((column) => sql.ref(column)));
      await sql`create index ${index} on ${sql.table(`indexer.${table[tableName]}`)} (${keys})`.execute(db);
    }
  }
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
