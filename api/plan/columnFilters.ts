import { sql } from "kysely";
import type { Hex } from "viem";
import { badInput } from "../errors.ts";
import { readHash } from "../ids/readHash.ts";
import { checkedList, type Mapping } from "./filter.ts";
import type { Condition, Filters } from "./objectType.ts";
import type { Sql } from "./text.ts";

/** How a column's values are given, and which comparisons make sense of them. */
type Kind = {
  readonly type: "text" | "numeric" | "enum";
  readonly ordered: boolean;
  readonly map?: Mapping;
};

const hash: Kind = { type: "text", ordered: false, map: (value: Hex) => readHash(value, "A hash") };
/** Postgres has no text with a NUL. */
const text: Kind = {
  type: "text",
  ordered: false,
  map: (value: string) => {
    if (value.includes("\u0000")) throw badInput("A text has no NUL.");
    return value;
  },
};
/** Seconds with the thousandths that were given, so that no comparison rounds. */
const seconds = (date: Date) => (date.getTime() / 1000).toFixed(3);

const kinds = {
  text,
  hash,
  number: { type: "numeric", ordered: true },
  time: { type: "numeric", ordered: true, map: seconds },
  enum: { type: "enum", ordered: false },
} as const satisfies Record<string, Kind>;

export type FilterKind = keyof typeof kinds;

/**
 * The fields of a filter that compare columns, each by its suffix: none is equality, then `_not`, `_in`, `_not_in`, and for what
 * has an order `_gt`, `_gte`, `_lt`, `_lte`.
 *
 * @param columns by the schema's name: the column and its kind.
 */
export function columnFilters(columns: Readonly<Record<string, readonly [string, FilterKind]>>): Filters {
  const filters: Record<string, Condition> = {};
  for (const [name, [column, kindName]] of Object.entries(columns)) {
    const kind: Kind = kinds[kindName];
    const add = (suffix: string, operator: Sql) => {
      filters[`${name}${suffix}`] = comparison(column, kind, operator);
    };
    add("", sql`=`);
    // Null is another value, too.
    add("_not", sql`is distinct from`);
    filters[`${name}_in`] = oneOf(`${name}_in`, column, kind);
    filters[`${name}_not_in`] = (given, list) =>
      sql`${oneOf(`${name}_not_in`, column, kind)(given, list)} is not true`;
    if (!kind.ordered) continue;
    for (const [suffix, operator] of [
      ["_gt", sql`>`],
      ["_gte", sql`>=`],
      ["_lt", sql`<`],
      ["_lte", sql`<=`],
    ] as const)
      add(suffix, operator);
  }
  return filters;
}

/** Enum values stand in the statement: so that Postgres may know how many rows have them. */
const comparison =
  (column: string, { type, map }: Kind, operator: Sql): Condition =>
  (given, { row }) =>
    sql`${row(column)} ${operator} ${type === "enum" ? sql.lit(given.value) : given.param(type, map)}`;

const oneOf =
  (name: string, column: string, { type, map }: Kind): Condition =>
  (given, { row }) => {
    if (type === "enum") {
      const values = given.value as string[];
      return values.length === 0
        ? sql`false`
        : sql`(${row(column)} in (${sql.join(values.map((value) => sql.lit(value)))}))`;
    }
    const read = map ?? ((value: string | bigint) => value.toString());
    return sql`(${row(column)} = any(${given.param(
      type === "numeric" ? "numeric[]" : "text[]",
      (values: readonly never[]) => checkedList(name, values).map((value) => read(value)),
    )}))`;
  };
