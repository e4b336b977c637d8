import type { Versioned, VersionedTables } from "../../../../indexer/history/versionedTables.ts";
import type { Moment } from "../../../../indexer/transitions/moment.ts";

type Row = Record<string, unknown> & { sinceBlock: bigint; sinceTimestamp: bigint };
type Values = Record<string, unknown>;
type Change = Values | ((row: Row) => Values);
type Insert = PromiseLike<unknown> & {
  onConflictDoUpdate(change: Change): PromiseLike<unknown>;
  onConflictDoNothing(): PromiseLike<unknown>;
};

/** What this needs of Ponder's `db`. */
type Store = {
  find(table: unknown, key: Values): Promise<Row | null>;
  insert(table: unknown): { values(values: unknown): Insert };
  update(table: unknown, key: Values): { set(change: Change): PromiseLike<unknown> };
};

/**
 * The `db` of one event: before it changes a row of a versioned table, what the row was goes to the history, with the
 * range `[since, until)` in which it was so. Of several changes in one block the last remains, and a change of nothing
 * that makes a version makes none.
 */
export function keepHistory<Real extends object>(real: Real, tables: VersionedTables, at: Moment): Real {
  const db = real as unknown as Store;
  const since = { sinceBlock: at.block, sinceTimestamp: at.timestamp };

  async function change(table: unknown, kept: Versioned, row: Row, wanted: Change): Promise<unknown> {
    const key = pick(row, kept.key);
    const values = typeof wanted === "function" ? wanted(row) : wanted;
    if (!kept.columns.some((column) => column in values && values[column] !== row[column])) {
      return db.update(table, key).set(values);
    }
    if (row.sinceBlock < at.block) {
      const ended = { untilBlock: at.block, untilTimestamp: at.timestamp };
      await db.insert(kept.history).values({ ...pick(row, kept.columns), ...ended });
    }
    return db.update(table, key).set({ ...values, ...since });
  }

  function insert(table: unknown, kept: Versioned, values: Values): Insert {
    const fresh = { ...values, ...since };
    return {
      // biome-ignore lint/suspicious/noThenProperty: like Ponder's own, an insert is awaited as it stands
      then: (...callbacks) => Promise.resolve(db.insert(table).values(fresh)).then(...callbacks),
      onConflictDoNothing: () => db.insert(table).values(fresh).onConflictDoNothing(),
      onConflictDoUpdate: async (wanted) => {
        const row = await db.find(table, pick(values, kept.key));
        return row ? change(table, kept, row, wanted) : db.insert(table).values(fresh);
      },
    };
  }

  const keeping: Store = {
    find: (table, key) => db.find(table, key),
    insert: (table) => {
      const kept = tables.get(table);
      return kept ? { values: (values) => insert(table, kept, values as Values) } : db.insert(table);
    },
    update: (table, key) => {
      const kept = tables.get(table);
      if (!kept) return db.update(table, key);
      return {
        set: async (wanted) => {
          const row = await db.find(table, key);
          // Without a row, Ponder's own error says which one is missing.
          return row ? change(table, kept, row, wanted) : db.update(table, key).set(wanted);
        },
      };
    },
  };
  return keeping as unknown as Real;
}

function pick(row: Values, columns: readonly string[]): Values {
  return Object.fromEntries(columns.map((column) => [column, row[column]]));
}
