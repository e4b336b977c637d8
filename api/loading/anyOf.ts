import { type RawBuilder, sql } from "kysely";

/** `any($1::text[])`: one parameter however many values, and an empty list matches nothing. For `where(column, "=", …)`. */
export function anyOf<Value extends string>(values: readonly Value[]): RawBuilder<Value> {
  return sql<Value>`any(${[...values]}::text[])`;
}

/** `any($1::numeric[])`. */
export function anyOfNumbers(values: readonly bigint[]): RawBuilder<bigint> {
  return sql<bigint>`any(${values.map(String)}::numeric[])`;
}

/** Rows of pairs, for `where (a, b) in …`; two parameters however many pairs. */
export function pairsOf(pairs: readonly (readonly [string, string])[]): RawBuilder<unknown> {
  const lefts = pairs.map(([left]) => left);
  const rights = pairs.map(([, right]) => right);
  return sql`(select * from unnest(${lefts}::text[], ${rights}::text[]))`;
}
