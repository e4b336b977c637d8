import { sql } from "kysely";
import { badInput } from "../errors.ts";
import { rowOf } from "./fields.ts";
import type { Given } from "./Given.ts";
import type { Condition, Filters, ListUse } from "./objectType.ts";
import type { SqlType } from "./Param.ts";
import { maxPageSize } from "./page.ts";
import { and, type Sql } from "./text.ts";

/** How often `and`, `or`, `not` and nested filters may stand in one another, and how many fields one filter has in all. */
const filterLimits = { depth: 5, fields: 60 } as const;

/**
 * The conditions of all fields that are given, `and`, `or` and `not` of whole filters among them.
 * @throws {GraphQLError} BAD_USER_INPUT above `filterLimits`.
 */
export function conditionsOf(filters: Filters, list: ListUse): Sql[] {
  checkSize(list.where.value);
  return conditions(filters, list);
}

function conditions(filters: Filters, list: ListUse): Sql[] {
  const whole = (where: Given) => and(conditions(filters, { ...list, where }));
  return list.where.names().flatMap((name) => {
    const given = list.where.field(name);
    if (given.isNull) return [];
    if (name === "and") return given.items().map(whole);
    // Of no alternatives none holds.
    if (name === "or") return [sql`(${sql.join([sql`false`, ...given.items().map(whole)], sql` or `)})`];
    // What is unknown, since a column is null, does not hold: so its opposite does.
    if (name === "not") return [sql`(${whole(given)}) is not true`];
    const condition = filters[name];
    if (condition === undefined) throw new Error(`No condition is known for the filter ${name}.`);
    return [condition(given, list)];
  });
}

function checkSize(where: unknown): void {
  let fields = 0;
  const visit = (value: unknown, depth: number): void => {
    if (depth > filterLimits.depth)
      throw badInput(`Filters may stand in one another ${filterLimits.depth} deep at most.`);
    for (const item of Object.values(value as object)) {
      fields += 1;
      if (fields > filterLimits.fields) throw badInput(`A filter has ${filterLimits.fields} fields at most.`);
      for (const inner of Array.isArray(item) ? item : [item]) if (isFilter(inner)) visit(inner, depth + 1);
    }
  };
  if (isFilter(where)) visit(where, 0);
}

const isFilter = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !(value instanceof Date);

/**
 * Demands on the one row of another type whose columns equal these of the own row: `network_: {status: WHITELISTED}`.
 * Its type's own filters say what may be demanded.
 */
export const nested =
  (type: string, columns: Readonly<Record<string, string>>): Condition =>
  (given, list) =>
    someOf(type, given, list, (row) =>
      Object.entries(columns).map(([theirs, own]) => sql`${row(theirs)} = ${list.row(own)}`),
    );

/** Whether there is a row of a type that a filter lets through and for which other conditions hold. */
export function someOf(
  type: string,
  where: Given,
  list: ListUse,
  others: (row: ListUse["row"]) => readonly Sql[],
): Sql {
  const { source, filters = {} } = list.use.compiler.plan(type);
  if (source === undefined) throw new Error(`${type} has no rows of its own.`);
  const alias = list.use.compiler.alias();
  const row = rowOf(alias);
  return sql`exists (select from ${source(list.scope)} as ${sql.ref(alias)}
    where ${and([...others(row), ...conditions(filters, { ...list, row, where })])})`;
}

/** `map` may throw BAD_USER_INPUT. */
export type Mapping = (value: never) => unknown;

export const atLeast =
  (column: string, type: SqlType = "numeric", map?: Mapping): Condition =>
  (given, { row }) =>
    sql`${row(column)} >= ${given.param(type, map)}`;

export const atMost =
  (column: string, type: SqlType = "numeric", map?: Mapping): Condition =>
  (given, { row }) =>
    sql`${row(column)} <= ${given.param(type, map)}`;

/** At most so many as a page has rows. @param name of the filter's field, for the error. */
export function checkedList<Item>(name: string, items: readonly Item[]): readonly Item[] {
  if (items.length > maxPageSize) throw badInput(`\`${name}\` takes ${maxPageSize} values at most.`);
  return items;
}
