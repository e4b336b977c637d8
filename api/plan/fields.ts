import { isNonNullType } from "graphql";
import { sql } from "kysely";
import type { FieldPlan, Row, Use } from "./objectType.ts";
import { scalarText } from "./scalarText.ts";
import type { Scope } from "./scope.ts";
import { and, concat, fault, marks, type Sql, type Text } from "./text.ts";

/** A column, formatted as the schema's type wants it. */
export const column =
  (name: string): FieldPlan =>
  ({ type, row }) =>
    scalarText(type, row(name));

/** What an expression says, formatted as the schema's type wants it. */
export const value =
  (expression: (row: Row, scope: Scope) => Sql): FieldPlan =>
  ({ type, row, scope }) =>
    scalarText(type, expression(row, scope));

/** JSON text that an expression makes itself. */
export const json =
  (expression: (row: Row, scope: Scope) => Sql): FieldPlan =>
  ({ row, scope }) => [expression(row, scope)];

/** A column with a time of our own clock, not of a block: so with milliseconds. */
export const clockTime = (name: string): FieldPlan =>
  json((row) => sql`'"' || to_char(${row(name)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"'`);

/** The global id of an object with this key; keys of several columns are joined by hyphens. */
export const globalId =
  (type: string, ...columns: readonly string[]): FieldPlan =>
  ({ row }) => [
    `"${marks.id}${type}:`,
    ...columns.flatMap((name, index) => [index === 0 ? "" : "-", sql`${row(name)}::text`]),
    '"',
  ];

/** An object that is made from the same row; null when `when` does not hold. */
export const embedded =
  (type: string, columns: Readonly<Record<string, string>> = {}, when?: (row: Row) => Sql): FieldPlan =>
  (use) => {
    const row: Row = (name) => use.row(columns[name] ?? name);
    const object = use.compiler.object(type, use, { row });
    return when === undefined
      ? object
      : [sql`case when ${when(use.row)} then ${concat(object)} else 'null' end`];
  };

/** The row of another type whose columns equal these of the own row. */
export const one =
  (type: string, columns: Readonly<Record<string, string>>): FieldPlan =>
  (use) => {
    const { keyed = [] } = use.compiler.plan(type);
    const selected = [...use.compiler.select(type, use.nodes).values()].map(
      ([node]) => node?.name.value ?? "",
    );
    const byKey = selected.every((name) => name === "__typename" || keyed.includes(name));
    // Rows that rows name exist: what the key tells needs no look at them.
    if (byKey && isNonNullType(use.type))
      return use.compiler.object(type, use, { row: (name) => use.row(columns[name] ?? name) });
    return found(use, type, (row) =>
      Object.entries(columns).map(([theirs, own]) => sql`${row(theirs)} = ${use.row(own)}`),
    );
  };

/** The row of a type for which the conditions hold, the first by `order`: null, or a fault where there must be one. */
export function found(
  use: Use,
  type: string,
  conditions: (row: Row) => readonly Sql[],
  order?: (row: Row) => Sql,
): Text {
  const plan = use.compiler.plan(type);
  if (plan.source === undefined) throw new Error(`${type} has no rows of its own.`);
  const alias = use.compiler.alias();
  const row = rowOf(alias);
  const object = concat(use.compiler.object(type, use, { row }));
  const first = order === undefined ? sql`` : sql`order by ${order(row)} limit 1`;
  return orNull(
    use,
    type,
    sql`(select ${object} from ${plan.source(use.scope)} as ${sql.ref(alias)} where ${and(conditions(row))} ${first})`,
  );
}

/** What a subquery yields; where it yields nothing, null or a fault, as the field's type has it. */
export function orNull(use: Use, type: string, subquery: Sql): Text {
  const otherwise = isNonNullType(use.type) ? fault(type) : "null";
  return [sql`coalesce(${subquery}, ${sql.lit(otherwise)})`];
}

export const rowOf =
  (alias: string): Row =>
  (name) =>
    sql`${sql.ref(`${alias}.${name}`)}`;

/** The transaction that wrote a row first. */
export const origin = embedded("Transaction", {
  hash: "created_tx",
  block: "created_block",
  timestamp: "created_at",
});
