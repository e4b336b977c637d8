import { readFile } from "node:fs/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as schema from "../../indexer/ponder.schema.ts";
import { createDatabase, type Database } from "../../lib/database/createDatabase.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";

// Ponder's tables are Drizzle's, which is no dependency of ours; these symbols are registered globally.
const tableName = Symbol.for("drizzle:Name");
const tableColumns = Symbol.for("drizzle:Columns");
const extraColumns = Symbol.for("drizzle:ExtraConfigColumns");
const extraConfig = Symbol.for("drizzle:ExtraConfigBuilder");
type Column = {
  readonly name: string;
  readonly primary: boolean;
  readonly notNull: boolean;
  getSQLType(): string;
};
type DrizzleTable = {
  [tableName]: string;
  [tableColumns]: Record<string, Column>;
  [extraColumns]: unknown;
  [extraConfig]?: (columns: unknown) => { pk?: { columns: readonly { name: string }[] } };
};
type Shape = { readonly columns: Record<string, string>; readonly key: readonly string[] };

/** What Ponder makes in Postgres. Its names of columns are only known once it runs, but for their writing. */
function shapeOf(table: DrizzleTable): Shape {
  const columns = Object.entries(table[tableColumns]).map(([name, column]) => {
    const type = column.getSQLType().replace("numeric(78)", "numeric(78,0)");
    return [snakeCase(name), column.notNull ? `${type} not null` : type];
  });
  const single = Object.entries(table[tableColumns]).filter(([, column]) => column.primary);
  const several = table[extraConfig]?.(table[extraColumns]).pk?.columns.map((column) => column.name);
  return {
    columns: Object.fromEntries(columns),
    key: several ?? single.map(([name]) => snakeCase(name)),
  };
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What `indexerTables.sql` makes. */
async function readShapes(db: Database): Promise<Map<string, Shape>> {
  const { rows } = await sql<{ name: string } & Shape>`
    select class.relname as name,
      (select json_object_agg(attname, format_type(atttypid, atttypmod) || case when attnotnull then ' not null' else '' end)
        from pg_attribute where attrelid = class.oid and attnum > 0) as columns,
      (select array_agg(attname::text order by place)
        from pg_constraint, unnest(conkey) with ordinality as key(number, place)
        join pg_attribute on attnum = number
        where conrelid = class.oid and contype = 'p' and attrelid = class.oid) as key
    from pg_class as class
    where class.relnamespace = 'indexer'::regnamespace and class.relkind = 'r' and class.relname not like '\\_ponder%'
  `.execute(db);
  return new Map(rows.map(({ name, columns, key }) => [name, { columns, key }]));
}

describe("the tests' tables", () => {
  let database: TestDatabase;
  let db: Database;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = createDatabase({ connectionString: database.url, applicationName: "test" });
    const text = await readFile(new URL("./indexerTables.sql", import.meta.url), "utf8");
    await sql.raw(text).execute(db);
  });
  afterAll(async () => {
    await db?.destroy();
    await database?.drop();
  });

  it("have the columns, types and keys of the indexer's schema", async () => {
    const tables = Object.values(schema as object).filter(
      (value): value is DrizzleTable => tableName in value,
    );
    const schemas = new Map(tables.map((table) => [table[tableName], shapeOf(table)]));
    const ours = await readShapes(db);
    expect(ours.size).toBeGreaterThan(20);
    const expected = [...ours.keys()].map((name) => [name, schemas.get(name)]);
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(expected));
  });
});
