import { badInput } from "../errors.ts";

/** How a key column's values look inside a cursor. */
export type KeyKind = "numeric" | "int32" | "hex";

const patterns: Readonly<Record<KeyKind, RegExp>> = {
  numeric: /^\d{1,78}$/,
  int32: /^\d{1,9}$/,
  hex: /^0x[0-9a-f]{1,64}$/,
};
/** Far above what any key needs. */
const longestCursor = 600;

/** What a cursor is read by: the list's name, and how its key's values look. */
type CursorShape = { readonly name: string; readonly columns: readonly { readonly kind: KeyKind }[] };

/**
 * Reads a cursor of a list: base64url of a JSON array, the list's name and a row's key.
 *
 * @returns the key's values, in order.
 * @throws {GraphQLError} BAD_USER_INPUT when the list did not write it.
 */
export function decodeCursor(list: CursorShape, cursor: string, argument: string): readonly string[] {
  const refusal = () => badInput(`\`${argument}\` is no cursor of this list.`);
  if (cursor.length > longestCursor) throw refusal();
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw refusal();
  }
  if (!Array.isArray(parts) || parts.length !== list.columns.length + 1) throw refusal();
  const [name, ...key] = parts as unknown[];
  const fits = list.columns.every(({ kind }, position) => {
    const value = key[position];
    return typeof value === "string" && patterns[kind].test(value);
  });
  if (name !== list.name || !fits) throw refusal();
  return key as string[];
}
