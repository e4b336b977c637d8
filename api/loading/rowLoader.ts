import DataLoader from "dataloader";

/** Loads single rows by key, all keys of a moment in one call of `fetch`; null where there is none. */
export function rowLoader<Key, Row>(
  fetch: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
  nameOf: (key: Key) => string = String,
): DataLoader<Key, Row | null, string> {
  return new DataLoader(
    async (keys) => {
      const rows = new Map((await fetch(keys)).map((row) => [keyOf(row), row]));
      return keys.map((key) => rows.get(nameOf(key)) ?? null);
    },
    { cacheKeyFn: nameOf },
  );
}
