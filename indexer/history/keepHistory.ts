import type { Moment } from "../transitions/moment.ts";

/**
 * A table that keeps its past: the row is the version that holds, from `sinceBlock` on; `history` gets each version that no
 * longer holds, with the half-open range `[sinceBlock, untilBlock)`. Both by block and by timestamp.
 */
export type Versioned = { readonly history: unknown; readonly key: readonly string[] };
export type Row = Record<string, unknown> & { sinceBlock: bigint; sinceTimestamp: bigint };
type Change = Record<string, unknown> | ((row: Row) => Record<string, unknown>);

/** What this needs of Ponder's `db`. */
type Db = {
  find(table: unknown, key: Record<string, unknown>): Promise<Row | null>;
  insert(table: unknown): { values(values: unknown): PromiseLike<unknown> & Conflicts };
  update(table: unknown, key: Record<string, unknown>): { set(change: unknown): PromiseLike<unknown> };
};
type Conflicts = {
  onConflictDoUpdate(change: unknown): PromiseLike<unknown>;
  onConflictDoNothing(): PromiseLike<unknown>;
};

/**
 * The `db` of one event: whatever it changes in a versioned table, the version before goes to the history first. Of several
 * changes in one block the last remains: as of a block means as of its end.
 */
export function keepHistory<Real extends object>(
  real: Real,
  versioned: ReadonlyMap<unknown, Versioned>,
  at: Moment,
): Real {
  const db = real as unknown as Db;
  const since = { sinceBlock: at.block, sinceTimestamp: at.timestamp };

  async function update(table: unknown, { history }: Versioned, before: Row, change: Change) {
    const changes = typeof change === "function" ? change(before) : change;
    if (Object.entries(changes).every(([column, value]) => isSame(before[column], value))) return before;
    if (before.sinceBlock < at.block) {
      const ended = { untilBlock: at.block, untilTimestamp: at.timestamp };
      await db.insert(history).values({ ...before, ...ended });
    }
    const { key } = versioned.get(table) as Versioned;
    return db.update(table, keyOf(key, before)).set({ ...changes, ...since });
  }

  function insert(table: unknown, kept: Versioned, values: Record<string, unknown>) {
    const fresh = { ...values, ...since };
    return {
      // biome-ignore lint/suspicious/noThenProperty: like Ponder's own, an insert is awaited as it stands
      then: (...callbacks: Parameters<Promise<unknown>["then"]>) =>
        Promise.resolve(db.insert(table).values(fresh)).then(...callbacks),
      onConflictDoUpdate: async (change: Change) => {
        const before = await db.find(table, keyOf(kept.key, values));
        return before ? update(table, kept, before, change) : db.insert(table).values(fresh);
      },
      onConflictDoNothing: () => db.insert(table).values(fresh).onConflictDoNothing(),
    };
  }

  return {
    ...real,
    find: (table: unknown, key: Record<string, unknown>) => db.find(table, key),
    insert: (table: unknown) => {
      const kept = versioned.get(table);
      if (!kept) return db.insert(table);
      return { values: (values: Record<string, unknown>) => insert(table, kept, values) };
    },
    update: (table: unknown, key: Record<string, unknown>) => {
      const kept = versioned.get(table);
      if (!kept) return db.update(table, key);
      return {
        set: async (change: Change) => {
          const before = await db.find(table, key);
          // Ponder's own error says which row is missing.
          return before ? update(table, kept, before, change) : db.update(table, key).set(change);
        },
      };
    },
  } as Real;
}

function keyOf(columns: readonly string[], row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(columns.map((column) => [column, row[column]]));
}

function isSame(before: unknown, after: unknown): boolean {
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length && before.every((item, index) => item === after[index]);
  }
  return before === after;
}
