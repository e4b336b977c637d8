import { type Expression, type RawBuilder, sql } from "kysely";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { Keyset, ListQuery } from "./keyset.ts";
import type { Page } from "./pageArguments.ts";

/** One row more than the page holds, in the direction of reading: its presence says that there is another page. */
export async function selectPage<Row>(db: Database, list: ListQuery<Row>, page: Page): Promise<Row[]> {
  const { rows } = await pageOf(list, page).execute(db);
  return rows;
}

/** `selectPage` for many parents at once, in one statement. */
export async function selectPages<Row>(
  db: Database,
  list: ListQuery<Row>,
  page: Page,
  parents: readonly string[],
): Promise<Map<string, Row[]>> {
  const { rows } = await sql<Row & { parent_key: string }>`
    select parent.key as parent_key, page.*
    from unnest(${[...parents]}::text[]) as parent(key)
    cross join lateral (${pageOf(list, page, sql.ref<string>("parent.key"))}) as page`.execute(db);
  const pages = new Map<string, Row[]>(parents.map((parent) => [parent, []]));
  for (const row of rows) pages.get(row.parent_key)?.push(row);
  return pages;
}

export async function countRows<Row>(db: Database, list: ListQuery<Row>): Promise<bigint> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from ${list.rows()} as list`.execute(db);
  return rows[0]?.count ?? 0n;
}

/** `countRows` for many parents at once, in one statement. */
export async function countRowsOfParents<Row>(
  db: Database,
  list: ListQuery<Row>,
  parents: readonly string[],
): Promise<Map<string, bigint>> {
  const { rows } = await sql<{ key: string; count: bigint }>`
    select parent.key, counted.count
    from unnest(${[...parents]}::text[]) as parent(key)
    cross join lateral (select count(*) as count from ${list.rows(sql.ref<string>("parent.key"))} as list) as counted`.execute(
    db,
  );
  return new Map(rows.map(({ key, count }) => [key, count]));
}

function pageOf<Row>(list: ListQuery<Row>, page: Page, parent?: Expression<string>): RawBuilder<Row> {
  const { keyset } = list;
  const forward = keyset.direction === "asc" ? sql`>` : sql`<`;
  const back = keyset.direction === "asc" ? sql`<` : sql`>`;
  const conditions = [
    ...(page.after ? [sql`(${keyOf(keyset)}) ${forward} (${sql.join([...page.after])})`] : []),
    ...(page.before ? [sql`(${keyOf(keyset)}) ${back} (${sql.join([...page.before])})`] : []),
  ];
  const where = conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
  const ascending = (keyset.direction === "asc") !== page.backward;
  const order = keyset.columns.map(
    ({ column }) => sql`${sql.ref(`list.${column}`)} ${ascending ? sql`asc` : sql`desc`}`,
  );
  return sql<Row>`select list.* from ${list.rows(parent)} as list ${where}
    order by ${sql.join(order)} limit ${sql.lit(page.limit + 1)}`;
}

const keyOf = <Row>(keyset: Keyset<Row>) =>
  sql.join(keyset.columns.map(({ column }) => sql.ref(`list.${column}`)));
