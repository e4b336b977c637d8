import { sql } from "kysely";
import { badInput } from "../errors.ts";
import type { ListUse } from "./connection.ts";
import type { Given } from "./Given.ts";
import type { SqlType } from "./Param.ts";
import { maxPageSize } from "./page.ts";
import type { Sql } from "./text.ts";

/** What one field of a filter demands of a row. */
export type Condition = (given: Given, list: ListUse) => Sql;
/** A filter's fields; those that are null demand nothing. */
export type Filters = Readonly<Record<string, Condition>>;

/** The conditions of all fields that are given. */
export function conditionsOf(filters: Filters, list: ListUse): Sql[] {
  return list.where.names().flatMap((name) => {
    const given = list.where.field(name);
    if (given.isNull) return [];
    const condition = filters[name];
    if (condition === undefined) throw new Error(`No condition is known for the filter ${name}.`);
    return [condition(given, list)];
  });
}

/** `map` may throw BAD_USER_INPUT. */
type Mapping = (value: never) => unknown;

export const equals =
  (column: string, type: SqlType = "text", map?: Mapping): Condition =>
  (given, { row }) =>
    sql`${row(column)} = ${given.param(type, map)}`;

export const atLeast =
  (column: string, type: SqlType = "numeric", map?: Mapping): Condition =>
  (given, { row }) =>
    sql`${row(column)} >= ${given.param(type, map)}`;

export const atMost =
  (column: string, type: SqlType = "numeric", map?: Mapping): Condition =>
  (given, { row }) =>
    sql`${row(column)} <= ${given.param(type, map)}`;

/** Enum values stand in the statement: so that Postgres may know how many rows have them. */
export const enumIn =
  (column: string): Condition =>
  (given, { row }) => {
    const values = given.value as string[];
    return values.length === 0
      ? sql`false`
      : sql`${row(column)} in (${sql.join(values.map((name) => sql.lit(name)))})`;
  };

/** The first whole second at or after a point in time. */
export const toSecondsUp = (date: Date): string => Math.ceil(date.getTime() / 1000).toString();

/** One of at most so many keys as a page has rows. @param name of the filter's field, for the error. */
export const keyIn =
  (column: string, name: string): Condition =>
  (given, { row }) =>
    sql`${row(column)} = any(${given.param("text[]", (keys: readonly string[]) => {
      if (keys.length > maxPageSize) throw badInput(`\`${name}\` takes ${maxPageSize} values at most.`);
      return [...keys];
    })})`;
