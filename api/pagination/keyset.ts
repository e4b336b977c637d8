import type { Expression } from "kysely";

/** How a key column's values look inside a cursor. */
export type KeyKind = "numeric" | "int32" | "hex";
export type KeyColumn<Row> = { readonly column: keyof Row & string; readonly kind: KeyKind };

/** A total order of a list: columns that together are unique, all in one direction, so that one index serves. */
export type Keyset<Row> = {
  /** Stands in cursors, so that a cursor of another list is refused. */
  readonly name: string;
  readonly columns: readonly KeyColumn<Row>[];
  readonly direction: "asc" | "desc";
};

/** A list that can be paged: its order and its rows. */
export type ListQuery<Row> = {
  readonly keyset: Keyset<Row>;
  /** Tells lists of one kind with other filters apart; equal for equal filters. */
  readonly signature: string;
  /** Its rows, neither ordered nor limited. `parent` is the key of the object that a nested list belongs to. */
  readonly rows: (parent?: Expression<string>) => Expression<Row>;
};
