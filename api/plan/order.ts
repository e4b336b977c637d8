import type { Order } from "./connection.ts";
import type { KeyKind } from "./cursor.ts";
import type { Given } from "./Given.ts";

type KeyColumn = { readonly column: string; readonly kind: KeyKind };

/**
 * The orders of a list by the values of its `orderBy`, which end in `_ASC` or `_DESC`. Whatever comes first, the list's key comes after
 * it: so that equal values have a place each, too, and a cursor names one row.
 *
 * @param key unique columns, which are the list's order unless another is asked for.
 * @param firsts the column that comes first, by the enum value without its end; the key's own order has none.
 */
export function orders(
  name: string,
  key: readonly KeyColumn[],
  direction: Order["direction"],
  firsts: Readonly<Record<string, KeyColumn>> = {},
): (args: Given) => Order {
  return (args) => {
    const value = args.field("orderBy").value as string | null | undefined;
    if (value == null) return { name, columns: key, direction };
    const wanted = value.endsWith("_ASC") ? "asc" : "desc";
    const first = firsts[value.slice(0, value.lastIndexOf("_"))];
    if (first === undefined) return { name, columns: key, direction: wanted };
    const rest = key.filter(({ column }) => column !== first.column);
    return { name: `${name}.${first.column}`, columns: [first, ...rest], direction: wanted };
  };
}
