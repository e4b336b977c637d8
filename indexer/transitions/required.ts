/**
 * The row that the contract's own rules say must exist.
 *
 * @throws {Error} when it does not: indexing must stop, since rows and chain have parted.
 */
export function required<Row>(row: Row | null, table: string, key: Record<string, unknown>): Row {
  if (row === null) throw new Error(`No ${table} for ${Object.values(key).join(", ")}, though it must exist`);
  return row;
}
