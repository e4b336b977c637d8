import DataLoader from "dataloader";

/** Loads the rows that belong to a key, in the order of `fetch`, all keys of a moment in one call of it. */
export function listLoader<Key, Row>(
  fetch: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
  nameOf: (key: Key) => string = String,
): DataLoader<Key, Row[], string> {
  return new DataLoader(
    async (keys) => {
      const lists = new Map<string, Row[]>();
      for (const row of await fetch(keys)) {
        const list = lists.get(keyOf(row));
        if (list) list.push(row);
        else lists.set(keyOf(row), [row]);
      }
      return keys.map((key) => lists.get(nameOf(key)) ?? []);
    },
    { cacheKeyFn: nameOf },
  );
}
