import type { onchainTable } from "ponder";

export type ColumnTypes = Parameters<Extract<Parameters<typeof onchainTable>[1], (t: never) => unknown>>[0];

/** Where a row was first written: block, its timestamp, the transaction. */
export const origin = (t: ColumnTypes) => ({
  createdBlock: t.bigint().notNull(),
  createdAt: t.bigint().notNull(),
  createdTx: t.hex().notNull(),
});

/** From when on the row is as it is. Filled in by `keepHistory`, so that handlers need not name it. */
export const since = (t: ColumnTypes) => ({
  sinceBlock: t.bigint().notNull().default(0n),
  sinceTimestamp: t.bigint().notNull().default(0n),
});

/** When it was as it was. */
export const range = (t: ColumnTypes) => ({
  sinceBlock: t.bigint().notNull(),
  sinceTimestamp: t.bigint().notNull(),
  untilBlock: t.bigint().notNull(),
  untilTimestamp: t.bigint().notNull(),
});
