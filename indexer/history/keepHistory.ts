import type { Moment } from "../transitions/moment.ts";
import type { Versioned, VersionedTables } from "./versionedTables.ts";

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
 * that makes a version makes none. A change is one call of the store, and one more when a version ends: the store hands the row
 * over as it was, so nothing is looked up before.
 */
export function keepHistory<Real extends object>(real: Real, tables: VersionedTables, at: Moment): Real {
  const db = real as unknown as Store;
  const since = { sinceBlock: at.block, sinceTimestamp: at.timestamp };

  /** What `wanted` makes of a row, and in `ended` the version that ends by it. Ponder calls it once, with the row before. */
  function changing(kept: Versioned, wanted: Change) {
    const seen: { ended?: Values } = {};
    const change = (row: Row): Values => {
      const values = typeof wanted === "function" ? wanted(row) : wanted;
      if (!kept.columns.some((column) => column in values && values[column] !== row[column])) return values;
      if (row.sinceBlock < at.block) {
        seen.ended = pick(row, kept.columns);
        seen.ended.untilBlock = at.block;
        seen.ended.untilTimestamp = at.timestamp;
      }
      return { ...values, ...since };
    };
    return { seen, change };
  }

  async function insertOrChange(
    table: unknown,
    kept: Versioned,
    fresh: Values,
    wanted: Change,
  ): Promise<unknown> {
    const { seen, change } = changing(kept, wanted);
    const row = await db.insert(table).values(fresh).onConflictDoUpdate(change);
    if (seen.ended) await db.insert(kept.history).values(seen.ended);
    return row;
  }

  async function update(table: unknown, kept: Versioned, key: Values, wanted: Change): Promise<unknown> {
    const { seen, change } = changing(kept, wanted);
    const row = await db.update(table, key).set(change);
    if (seen.ended) await db.insert(kept.history).values(seen.ended);
    return row;
  }

  function insert(table: unknown, kept: Versioned, values: Values): Insert {
    const fresh = { ...values, ...since };
    return {
      // biome-ignore lint/suspicious/noThenProperty: like Ponder's own, an insert is awaited as it stands
      then: (...callbacks) => Promise.resolve(db.insert(table).values(fresh)).then(...callbacks),
      onConflictDoNothing: () => db.insert(table).values(fresh).onConflictDoNothing(),
      onConflictDoUpdate: (wanted) => insertOrChange(table, kept, fresh, wanted),
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
      return kept ? { set: (wanted) => update(table, kept, key, wanted) } : db.update(table, key);
    },
  };
  return keeping as unknown as Real;
}

function pick(row: Values, columns: readonly string[]): Values {
  const picked: Values = {};
  for (const column of columns) picked[column] = row[column];
  return picked;
}
