import { index, onchainTable, primaryKey } from "ponder";
import { versionsOf } from "../history/versionsOf.ts";
import { type ColumnTypes, origin, range, since } from "./columns.ts";

/** Every event that was taken, decoded, in the chain's order: written once, never changed. */
export const event = onchainTable(
  "event",
  (t) => ({
    block: t.bigint().notNull(),
    logIndex: t.integer().notNull(),
    timestamp: t.bigint().notNull(),
    tx: t.hex().notNull(),
    /** The contract that emitted it. */
    address: t.hex().notNull(),
    /** Its name, and the event's, in the ABI. */
    contract: t.text().notNull(),
    name: t.text().notNull(),
    /** JSON: the arguments by name, integers above 48 bits as decimal strings. */
    args: t.text().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.block, table.logIndex] }),
    contractIdx: index().on(table.contract, table.name, table.block),
    addressIdx: index().on(table.address, table.block),
    txIdx: index().on(table.tx),
  }),
);

const pauseState = (t: ColumnTypes) => ({
  paused: t.boolean().notNull(),
  account: t.hex().notNull(),
  /** Where it was last set. */
  ...origin(t),
});

/** Function groups that were ever paused or resumed: REGISTRATION, DEPOSITS, WITHDRAWALS, TASKS, SLASHING or CLAIMS. */
export const pause = onchainTable("pause", (t) => ({
  group: t.text().primaryKey(),
  ...pauseState(t),
  ...since(t),
}));

export const pauseHistory = onchainTable(
  "pause_history",
  (t) => ({
    group: t.text().notNull(),
    ...pauseState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.group, table.sinceBlock] }),
  }),
);

export const pauseVersion = versionsOf("pause_version", pause, pauseHistory);
