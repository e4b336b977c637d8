import { encodeCursor } from "./cursor.ts";
import type { Keyset } from "./keyset.ts";
import type { Page } from "./pageArguments.ts";

export type Edge<Row> = { readonly cursor: string; readonly node: Row };
export type PageInfo = {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
};

/** A Relay connection whose parts are computed only when they are selected (GraphQL calls the functions). */
export type Connection<Row> = {
  edges(): Promise<Edge<Row>[]>;
  nodes(): Promise<Row[]>;
  pageInfo(): Promise<PageInfo>;
  totalCount(): Promise<number>;
};

/** Where a connection's rows come from. */
export type ConnectionSource<Row> = {
  readonly keyset: Keyset<Row>;
  readonly page: Page;
  /** At most `limit + 1` rows in the direction of reading. */
  readonly rows: () => Promise<readonly Row[]>;
  readonly count: () => Promise<bigint>;
};

export function connectionOf<Row>(source: ConnectionSource<Row>): Connection<Row> {
  const { keyset, page } = source;
  let loaded: Promise<{ rows: Row[]; more: boolean }> | undefined;
  const load = () => {
    loaded ??= source.rows().then((read) => {
      const rows = read.slice(0, page.limit);
      return { rows: page.backward ? rows.reverse() : rows, more: read.length > page.limit };
    });
    return loaded;
  };
  const cursorOf = (row: Row | undefined) => (row === undefined ? null : encodeCursor(keyset, row));
  return {
    edges: async () => (await load()).rows.map((node) => ({ cursor: encodeCursor(keyset, node), node })),
    nodes: async () => (await load()).rows,
    pageInfo: async () => {
      const { rows, more } = await load();
      return {
        hasNextPage: page.backward ? page.before !== undefined : more,
        hasPreviousPage: page.backward ? more : page.after !== undefined,
        startCursor: cursorOf(rows[0]),
        endCursor: cursorOf(rows.at(-1)),
      };
    },
    totalCount: async () => Number(await source.count()),
  };
}
