import { sql } from "kysely";
import * as schema from "../../indexer/ponder.schema.ts";
import type { Database } from "../../lib/database/createDatabase.ts";

// Ponder's tables are Drizzle's, which is no dependency of ours; these symbols are registered globally.
const tableName = Symbol.for("drizzle:Name");
const tableColumns = Symbol.for("drizzle:Columns");
const extraColumns = Symbol.for("drizzle:ExtraConfigColumns");
const extraConfig = Symbol.for("drizzle:ExtraConfigBuilder");
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

const drizzleTables = () =>
  Object.values(schema as object).filter((value): value is DrizzleTable => tableName in value);

/** Makes the indexer's tables and views of versions, as plain ones, for a test that fills them itself. */
export async function createIndexerTables(db: Database): Promise<void> {
  await sql`create schema indexer`.execute(db);
  const tables = drizzleTables();
  for (const table of tables) await createTable(db, table);
  for (const table of tables) {
    const now = tables.find((other) => table[tableName] === `${other[tableName]}_history`);
    if (now) await createVersions(db, now[tableName], Object.keys(table[tableColumns]).map(snakeCase));
  }
  for (const table of tables) if (table[tableName].endsWith("_hour")) await createDays(db, table);
  // Ponder's is a view of what its handlers write; here it is a table, which a test fills as it likes.
  await sql`create table indexer.participation (task_id text not null, operator text not null, network text not null,
    weight numeric(78,0) not null, signed boolean, primary key (task_id, operator))`.execute(db);
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

async function createVersions(db: Database, now: string, columns: readonly string[]): Promise<void> {
  const all = sql.join(columns.map((name) => sql.ref(name)));
  const current = sql.join(
    columns.map((name) => (name.startsWith("until") ? sql`null::numeric` : sql.ref(name))),
  );
  const [view, table, history] = ["version", "", "history"].map((part) =>
    sql.table(`indexer.${[now, part].filter(Boolean).join("_")}`),
  );
  await sql`create view ${view} (${all}) as
    select ${current} from ${table} union all select ${all} from ${history}`.execute(db);
}

/** Days of a table of hours, as Ponder's views have them: counts summed, of what may be null the day's last. */
async function createDays(db: Database, table: DrizzleTable): Promise<void> {
  const columns = Object.entries(table[tableColumns]).map(([name, column]) => ({
    name: snakeCase(name),
    column,
  }));
  const key = (table[extraConfig]?.(table[extraColumns]).pk?.columns ?? [])
    .map(({ name }) => snakeCase(name))
    .filter((name) => name !== "start");
  const values = columns
    .filter(({ name }) => name !== "start" && !key.includes(name))
    .map(({ name, column }) => {
      const own = sql.ref(name);
      return column.notNull
        ? sql`sum(${own})::numeric(78,0) as ${own}`
        : sql`(array_agg(${own} order by start desc) filter (where ${own} is not null))[1] as ${own}`;
    });
  const keys = sql.join(key.map((name) => sql.ref(name)));
  const day = sql.table(`indexer.${table[tableName].replace(/_hour$/, "_day")}`);
  await sql`create view ${day} as
    select ${keys}, start - start % 86400 as start, ${sql.join(values)}
    from ${sql.table(`indexer.${table[tableName]}`)} group by ${keys}, start - start % 86400`.execute(db);
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
  await sql`create index participation_operator_network_index on indexer.participation (operator, network)`.execute(
    db,
  );
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
