import { type FieldNode, type GraphQLObjectType, getNullableType, isObjectType } from "graphql";
import { collectFields, type Selecting } from "../plan/collectFields.ts";

/** A column of the table that an export is: the response keys on the way from a row to a value. */
export type Column = readonly string[];

/** What is selected of a row, objects' fields one by one; a list, or an object of several types, is one column. */
export function columnsOf(
  selecting: Selecting,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): readonly Column[] {
  const sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
  return [...collectFields(selecting, type, sets)].flatMap(([key, fields]): readonly Column[] => {
    const definition = type.getFields()[fields[0]?.name.value ?? ""];
    const of = definition && getNullableType(definition.type);
    if (!isObjectType(of)) return [[key]];
    return columnsOf(selecting, of, fields).map((column) => [key, ...column]);
  });
}

/** The text of a value: empty for null, JSON for lists and objects of several types. */
export function cellOf(row: unknown, column: Column): string | null {
  let value = row;
  for (const key of column) {
    if (value === null || value === undefined) return null;
    value = (value as Record<string, unknown>)[key];
  }
  if (value === null || value === undefined) return null;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
