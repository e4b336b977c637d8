import { type GraphQLOutputType, getNamedType, isEnumType, isNonNullType } from "graphql";
import { sql } from "kysely";
import { concat, marks, type Sql, type Text } from "./text.ts";

const quoted = (mark: string, value: Sql): Text => [`"${mark}`, value, '"'];
const asText = (value: Sql): Sql => sql`${value}::text`;

/** By scalar of the schema: the JSON of a value as the indexer's tables hold it. */
const formats: Readonly<Record<string, (value: Sql) => Text>> = {
  Address: (value) => quoted(marks.address, value),
  Bytes: (value) => quoted("", value),
  BigInt: (value) => quoted("", asText(value)),
  DateTime: (value) => quoted(marks.time, asText(value)),
  Int: (value) => [asText(value)],
  Boolean: (value) => [asText(value)],
  String: (value) => [sql`to_json(${value})::text`],
};

/** Scalars and enums as the schema has them; null stands where it may. */
export function scalarText(type: GraphQLOutputType, value: Sql): Text {
  const named = getNamedType(type);
  const format = isEnumType(named) ? (text: Sql) => quoted("", text) : formats[named.name];
  if (format === undefined) throw new Error(`No format is known for ${named.name}.`);
  if (isNonNullType(type)) return format(value);
  return [sql`coalesce(${concat(format(value))}, 'null')`];
}
