import { onchainView, sql } from "ponder";

// Ponder's tables are Drizzle's, which is no dependency of ours; this symbol is registered globally.
const columnsSymbol = Symbol.for("drizzle:Columns");
type Columns = Readonly<Record<string, unknown>>;

/** The columns of a table by the names that handlers use. */
export function columnsOf(table: object): Columns {
  return (table as { [columnsSymbol]: Columns })[columnsSymbol];
}

/** The columns that make a version: all of the history's but the end of its range. */
export function versionedColumns(history: object): string[] {
  return Object.keys(columnsOf(history)).filter((name) => !name.startsWith("until"));
}

type Query = {
  select(columns: object): { from(table: object): { unionAll(other: unknown): never } };
};

/** A view of every version that a row ever had: the one that holds, whose range has no end (null), and those before. */
export function versionsOf(name: string, now: object, history: object): unknown {
  const names = versionedColumns(history);
  const pick = (table: object) =>
    Object.fromEntries(names.map((column) => [column, columnsOf(table)[column]]));
  const { untilBlock, untilTimestamp } = columnsOf(history);
  const noEnd = {
    untilBlock: sql`null::numeric(78,0)`.as("until_block"),
    untilTimestamp: sql`null::numeric(78,0)`.as("until_timestamp"),
  };
  return onchainView(name).as((builder) => {
    const query = builder as unknown as Query;
    const before = query.select({ ...pick(history), untilBlock, untilTimestamp }).from(history);
    return query
      .select({ ...pick(now), ...noEnd })
      .from(now)
      .unionAll(before);
  });
}
