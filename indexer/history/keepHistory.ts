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

  /** What `wanted` makes of a row; the versions that end by it go to `ended`. Ponder hands each row over as it was. */
  function changing(kept: Versioned, wanted: Change, ended: Values[]) {
    return (row: Row): Values => {
      const values = typeof wanted === "function" ? wanted(row) : wanted;
      if (!kept.columns.some((column) => column in values && values[column] !== row[column])) return values;
      if (row.sinceBlock < at.block) {
        const version = pick(row, kept.columns);
        version.untilBlock = at.block;
        version.untilTimestamp = at.timestamp;
        ended.push(version);
      }
      return { ...values, ...since };
    };
  }

  async function change(
    kept: Versioned,
    wanted: Change,
    write: (change: Change) => PromiseLike<unknown>,
  ): Promise<unknown> {
    const ended: Values[] = [];
    const result = await write(changing(kept, wanted, ended));
    // Ponder copies a list of rows at greater cost than one row, and nearly always it is one.
    if (ended.length > 0) await db.insert(kept.history).values(ended.length === 1 ? ended[0] : ended);
    return result;
  }

  function insert(table: unknown, kept: Versioned, values: Values | readonly Values[]): Insert {
    const fresh = Array.isArray(values)
      ? values.map((one) => ({ ...one, ...since }))
      : { ...values, ...since };
    return {
      // biome-ignore lint/suspicious/noThenProperty: like Ponder's own, an insert is awaited as it stands
      then: (...callbacks) => Promise.resolve(db.insert(table).values(fresh)).then(...callbacks),
      onConflictDoNothing: () => db.insert(table).values(fresh).onConflictDoNothing(),
      onConflictDoUpdate: (wanted) =>
        change(kept, wanted, (changed) => db.insert(table).values(fresh).onConflictDoUpdate(changed)),
    };
  }

  const keeping: Store = {
    find: (table, key) => db.find(table, key),
    insert: (table) => {
      const kept = tables.get(table);
      return kept
        ? { values: (values) => insert(table, kept, values as Values | readonly Values[]) }
        : db.insert(table);
    },
    update: (table, key) => {
      const kept = tables.get(table);
      if (!kept) return db.update(table, key);
      return { set: (wanted) => change(kept, wanted, (changed) => db.update(table, key).set(changed)) };
    },
  };
  return keeping as unknown as Real;
}

function pick(row: Values, columns: readonly string[]): Values {
  const picked: Values = {};
  for (const column of columns) picked[column] = row[column];
  return picked;
}
