import { badInput } from "../errors.ts";
import type { KeyKind, Keyset } from "./keyset.ts";

const patterns: Readonly<Record<KeyKind, RegExp>> = {
  numeric: /^\d{1,78}$/,
  int32: /^\d{1,9}$/,
  hex: /^0x[0-9a-f]{1,64}$/,
};
/** Far above what any key needs. */
const longestCursor = 600;

/** A row's place in its list: base64url of a JSON array, the list's name and the key's values. */
export function encodeCursor<Row>(keyset: Keyset<Row>, row: Row): string {
  const key = keyset.columns.map(({ column }) => String(row[column]));
  return Buffer.from(JSON.stringify([keyset.name, ...key])).toString("base64url");
}

/**
 * Reads a cursor of this list.
 *
 * @returns the key's values, in order.
 * @throws {GraphQLError} BAD_USER_INPUT when the list did not write it.
 */
export function decodeCursor<Row>(keyset: Keyset<Row>, cursor: string, argument: string): readonly string[] {
  const refusal = () => badInput(`\`${argument}\` is no cursor of this list.`);
  if (cursor.length > longestCursor) throw refusal();
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw refusal();
  }
  if (!Array.isArray(parts) || parts.length !== keyset.columns.length + 1) throw refusal();
  const [name, ...key] = parts as unknown[];
  const fits = keyset.columns.every(({ kind }, position) => {
    const value = key[position];
    return typeof value === "string" && patterns[kind].test(value);
  });
  if (name !== keyset.name || !fits) throw refusal();
  return key as string[];
}
