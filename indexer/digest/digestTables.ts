import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "../../lib/database/createDatabase.ts";

/** What a table holds: equal digests are equal rows. */
export type Digest = { readonly table: string; readonly rows: number; readonly sha256: string };

type KeyColumn = { readonly name: string; readonly isText: boolean };

const rowsPerFetch = 5_000;

/**
 * A digest of each of the indexer's tables, by name: SHA-256 over its rows as JSON text, one a line, in the order of their keys.
 * Run it in one transaction, so that all are of one moment; memory does not grow with the tables.
 */
export async function* digestTables(trx: Database): AsyncGenerator<Digest> {
  for (const { table, schema, key } of await listTables(trx)) {
    const hash = createHash("sha256");
    // The same order in every database, whatever its collation.
    const order = sql.join(
      key.map(({ name, isText }) => (isText ? sql`${sql.ref(name)} collate "C"` : sql.ref(name))),
    );
    await sql`declare digest no scroll cursor for
      select to_jsonb(row)::text as line from ${sql.table(`${schema}.${table}`)} as row order by ${order}`.execute(
      trx,
    );
    let rows = 0;
    for (;;) {
      const fetched = await sql<{ line: string }>`fetch ${sql.lit(rowsPerFetch)} from digest`.execute(trx);
      for (const { line } of fetched.rows) hash.update(`${line}\n`);
      rows += fetched.rows.length;
      if (fetched.rows.length < rowsPerFetch) break;
    }
    await sql`close digest`.execute(trx);
    yield { table, rows, sha256: hash.digest("hex") };
  }
}

/** The tables that the schema `indexer` reads, each with the columns of its primary key. */
async function listTables(db: Database) {
  const { rows } = await sql<{ table: string; schema: string; key: KeyColumn[] }>`
    select read.table_name as table, read.table_schema as schema,
      (select json_agg(json_build_object('name', attname, 'isText', atttypid = 'text'::regtype) order by place)
        from pg_index, unnest(indkey) with ordinality as part(number, place)
        join pg_attribute on attnum = number
        where indrelid = class.oid and attrelid = class.oid and indisprimary) as key
    from information_schema.view_table_usage as read
    join pg_class as class on class.oid = format('%I.%I', read.table_schema, read.table_name)::regclass
    where read.view_schema = 'indexer' and read.view_name = read.table_name
      and class.relkind = 'r' and read.table_name !~ '^_ponder'
    order by 1
  `.execute(db);
  return rows;
}
