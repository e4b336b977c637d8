import { sql } from "kysely";
import { maxListBytes } from "./budget.ts";
import { decodeCursor, type KeyKind } from "./cursor.ts";
import { rowOf } from "./fields.ts";
import { conditionsOf } from "./filter.ts";
import type { Given } from "./Given.ts";
import type { FieldPlan, Filters, ListUse, Row, Use } from "./objectType.ts";
import type { SqlType } from "./Param.ts";
import type { Page } from "./page.ts";
import type { Scope } from "./scope.ts";
import { closed, concat, fault, marks, type Sql, type Text, tooLarge, whereAll } from "./text.ts";

/** A total order: columns that together are unique, all in one direction, so that one index serves both ways. */
export type Order = {
  /** Stands in cursors, so that a cursor of another list is refused. */
  readonly name: string;
  readonly columns: readonly { readonly column: string; readonly kind: KeyKind }[];
  readonly direction: "asc" | "desc";
};

export type ListPlan = {
  /** Of its objects. */
  readonly type: string;
  readonly order: (args: Given) => Order;
  /** Where rows come from, unless from where the type has them. */
  readonly source?: (scope: Scope, parent: Row) => Sql;
  /** Which rows, of all that the type has; what the client's `where` demands comes on top of it. */
  readonly where?: (use: ListUse) => readonly Sql[];
  /** What `where` may demand, unless it is what the type's filters have. */
  readonly filters?: (use: ListUse) => Filters;
};

const keyTypes: Readonly<Record<KeyKind, SqlType>> = { numeric: "numeric", int32: "integer", hex: "text" };

/** A page of a list, as Relay's connections have it. */
export function connection(list: ListPlan): FieldPlan {
  return (use) => {
    const order = list.order(use.args);
    const page = use.compiler.page(use);
    const { compiler } = use;
    const { filters = {}, ...plan } = compiler.plan(list.type);
    const source = list.source ?? plan.source;
    if (source === undefined) throw new Error(`${list.type} has no rows of its own.`);
    const from = (alias: string, conditions: (row: Row) => readonly Sql[]) => {
      const row = rowOf(alias);
      const listUse = { row, scope: use.scope, where: use.args.field("where"), parent: use.row, use };
      const where = [
        ...(list.where?.(listUse) ?? []),
        ...conditionsOf(list.filters?.(listUse) ?? filters, listUse),
      ];
      return sql`from ${source(use.scope, use.row)} as ${sql.ref(alias)} ${whereAll([...where, ...conditions(row)])}`;
    };
    const parts = new PageParts(use, list.type, order, page);
    const text = parts.text(() => {
      const alias = compiler.alias();
      return sql`(select count(*)::text ${from(alias, () => [])})`;
    });
    if (!parts.readsRows) return text;
    compiler.spend(use, page.limit);
    const alias = compiler.alias();
    const row = rowOf(alias);
    const rows = sql`select ${sql.ref(alias)}.* ${from(alias, () => beyond(order, page, row, use.args))}
      order by ${orderBy(order, page, row)} limit ${sql.lit(page.limit + (parts.asksForMore ? 1 : 0))}
      ${page.skip ? sql`offset ${sql.lit(page.skip)}` : sql``}`;
    return [parts.select(text, rows)];
  };
}

/** Beyond the cursors that the page lies between. */
function beyond(order: Order, page: Page, row: Row, args: Given): Sql[] {
  const key = sql.join(order.columns.map(({ column }) => row(column)));
  const bound = (argument: "after" | "before") =>
    sql.join(
      order.columns.map(({ kind }, index) =>
        args
          .field(argument)
          .param(keyTypes[kind], (cursor: string) => decodeCursor(order, cursor, argument)[index]),
      ),
    );
  const forward = order.direction === "asc" ? sql`>` : sql`<`;
  const back = order.direction === "asc" ? sql`<` : sql`>`;
  return [
    ...(page.after ? [sql`(${key}) ${forward} (${bound("after")})`] : []),
    ...(page.before ? [sql`(${key}) ${back} (${bound("before")})`] : []),
  ];
}

function orderBy(order: Order, page: Page, row: Row): Sql {
  const direction = (order.direction === "asc") !== page.backward ? sql`asc` : sql`desc`;
  return sql.join(order.columns.map(({ column }) => sql`${row(column)} ${direction}`));
}

/** What is selected of a connection, and the columns of one subquery from which it is all put together. */
class PageParts {
  private readonly use: Use;
  private readonly order: Order;
  private readonly page: Page;
  private readonly columns: Sql[] = [];
  private readonly sizes: Sql[] = [];
  private readonly type: string;
  /** Rows in the direction of reading. */
  private readonly rows: string;
  private readonly items: string;
  private hasCursor = false;
  /** Whether one row more than the page has is read: its presence says that there is another page. */
  readonly asksForMore: boolean;

  constructor(use: Use, type: string, order: Order, page: Page) {
    this.use = use;
    this.type = type;
    this.order = order;
    this.page = page;
    this.rows = use.compiler.alias();
    this.items = use.compiler.alias();
    const more = page.backward ? "hasPreviousPage" : "hasNextPage";
    this.asksForMore = [...use.compiler.select(`${type}Connection`, use.nodes).values()].some(
      (nodes) =>
        nodes[0]?.name.value === "pageInfo" &&
        [...use.compiler.select("PageInfo", nodes).values()].some(([node]) => node?.name.value === more),
    );
  }

  get readsRows(): boolean {
    return this.columns.length > 0 || this.asksForMore;
  }

  text(count: () => Sql): Text {
    const text: (string | Sql)[] = [];
    const fields = this.use.compiler.select(`${this.type}Connection`, this.use.nodes);
    for (const [key, nodes] of fields) {
      const name = nodes[0]?.name.value;
      const below = { ...this.use, nodes, path: [...this.use.path, key] };
      text.push(`${text.length === 0 ? "{" : ","}${JSON.stringify(key)}:`);
      if (name === "__typename") text.push(`"${this.type}Connection"`);
      else if (name === "totalCount") text.push(count());
      else if (name === "pageInfo") text.push(...this.pageInfo(below));
      else text.push(this.aggregate(name === "nodes" ? this.node(below) : this.edge(below)));
    }
    return closed(text);
  }

  private node(use: Use): Text {
    const size = this.use.size * Math.max(this.page.limit, 1);
    return use.compiler.object(this.type, use, { row: rowOf(this.rows), size });
  }

  private edge(use: Use): Text {
    const text: (string | Sql)[] = [];
    for (const [key, nodes] of use.compiler.select(`${this.type}Edge`, use.nodes)) {
      const name = nodes[0]?.name.value;
      text.push(`${text.length === 0 ? "{" : ","}${JSON.stringify(key)}:`);
      if (name === "__typename") text.push(`"${this.type}Edge"`);
      else if (name === "cursor") text.push('"', ...this.cursor(), '"');
      else text.push(...this.node({ ...use, nodes, path: [...use.path, key] }));
    }
    return closed(text);
  }

  private pageInfo(use: Use): Text {
    const text: (string | Sql)[] = [];
    const { backward, after, before } = this.page;
    const more = sql`(count(*) > ${sql.lit(this.page.limit)})::text`;
    const cursorAt = (index: Sql) => {
      if (!this.hasCursor) this.columns.push(sql`${this.ofPage(concat(this.cursor()))} as cursor`);
      this.hasCursor = true;
      const cursor = sql.ref(`${this.items}.cursor`);
      const all = sql`(array_agg(${cursor} ${this.inOrder}) filter (where ${cursor} is not null))`;
      return sql`coalesce('"' || ${all}[${index}] || '"', 'null')`;
    };
    const last = () => sql`count(${sql.ref(`${this.items}.cursor`)})::integer`;
    for (const [key, [node]] of use.compiler.select("PageInfo", use.nodes)) {
      text.push(`${text.length === 0 ? "{" : ","}${JSON.stringify(key)}:`);
      if (node?.name.value === "__typename") text.push('"PageInfo"');
      if (node?.name.value === "hasNextPage") text.push(backward ? String(before) : more);
      if (node?.name.value === "hasPreviousPage") text.push(backward ? more : String(after));
      if (node?.name.value === "startCursor") text.push(cursorAt(sql`1`));
      if (node?.name.value === "endCursor") text.push(cursorAt(last()));
    }
    return closed(text);
  }

  private cursor(): Text {
    const row = rowOf(this.rows);
    return [
      `${marks.cursor}${this.order.name}`,
      ...this.order.columns.flatMap(({ column }) => [marks.separator, sql`${row(column)}::text`]),
    ];
  }

  /**
   * Rows come in the direction of reading; only the other one costs a sort. All aggregates must say the same, since
   * Postgres sorts once for those that say something.
   */
  private get inOrder(): Sql {
    return this.page.backward ? sql`order by ${sql.ref(`${this.items}.nth`)} desc` : sql``;
  }

  /** Nothing for the row beyond the page. */
  private ofPage(value: Sql): Sql {
    if (!this.asksForMore) return value;
    return sql`case when ${sql.ref(`${this.rows}.nth`)} <= ${sql.lit(this.page.limit)} then ${value} end`;
  }

  private aggregate(item: Text): Sql {
    const name = `item${this.sizes.length}`;
    this.columns.push(sql`${this.ofPage(concat(item))} as ${sql.ref(name)}`);
    const json = sql.ref(`${this.items}.${name}`);
    this.sizes.push(sql`coalesce(sum(octet_length(${json})), 0)`);
    return sql`'[' || coalesce(string_agg(${json}, ',' ${this.inOrder}), '') || ']'`;
  }

  /** Columns are computed once a row (`offset 0`), since more than one aggregate reads them. */
  select(text: Text, rows: Sql): Sql {
    const nth = sql.ref(`${this.rows}.nth`);
    const columns = sql.join([sql`${nth}`, ...this.columns]);
    const size = this.sizes.length === 0 ? sql`0` : sql.join(this.sizes, sql` + `);
    return sql`(select case when ${size} > ${sql.lit(maxListBytes)} then ${sql.lit(fault(tooLarge))}
      else ${concat(text)} end
      from (select ${columns} from (select page.*, row_number() over () as nth from (${rows}) as page)
        as ${sql.ref(this.rows)} offset 0) as ${sql.ref(this.items)})`;
  }
}
