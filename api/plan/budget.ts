/** Rows that an answer may have, by what its lists may hold: pages their size, lists without pages what is typical. */
export const maxRows = 10_000;

/** Bytes of one list's JSON, before which a statement gives up: what is typical may not be what is. */
export const maxListBytes = 16_000_000;

/** Rows that one list without pages may have, of a type of which the answer may have `size` objects. */
export function allowance(size: number, typical: number): number {
  return Math.max(typical, Math.floor(maxRows / Math.max(size, 1)));
}
