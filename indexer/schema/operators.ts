import { index, onchainTable, primaryKey } from "ponder";
import { versionsOf } from "../history/versionsOf.ts";
import { type ColumnTypes, origin, range, since } from "./columns.ts";

const operatorState = (t: ColumnTypes) => ({
  payout: t.hex().notNull(),
  metadataUri: t.text().notNull(),
});

export const operator = onchainTable(
  "operator",
  (t) => ({
    address: t.hex().primaryKey(),
    ...operatorState(t),
    /** G1 key, 128 bytes, EIP-2537. */
    blsKey: t.hex().notNull(),
    ...origin(t),
    ...since(t),
  }),
  (table) => ({ createdIdx: index().on(table.createdBlock) }),
);

export const operatorHistory = onchainTable(
  "operator_history",
  (t) => ({
    address: t.hex().notNull(),
    ...operatorState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.address, table.sinceBlock] }),
  }),
);

export const operatorVersion = versionsOf("operator_version", operator, operatorHistory);

/** The commission that holds from the start of `effectiveEpoch` on; registration writes the first row. */
export const commission = onchainTable(
  "commission",
  (t) => ({
    operator: t.hex().notNull(),
    effectiveEpoch: t.bigint().notNull(),
    commissionBps: t.integer().notNull(),
    ...origin(t),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.operator, table.effectiveEpoch] }) }),
);
