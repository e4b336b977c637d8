import { index, onchainTable, primaryKey } from "ponder";
import { versionsOf } from "../history/versionsOf.ts";
import { type ColumnTypes, origin, range, since } from "./columns.ts";

const allocationState = (t: ColumnTypes) => ({
  magnitude: t.bigint().notNull(),
  nextMagnitude: t.bigint().notNull(),
  effectiveAt: t.bigint().notNull(),
});

/**
 * The part of an operator's pool of an asset that answers to a network. `magnitude` counts before `effectiveAt`,
 * `nextMagnitude` from then on; the pool begins with a magnitude of 1e18 and loses what is slashed.
 */
export const allocation = onchainTable(
  "allocation",
  (t) => ({
    operator: t.hex().notNull(),
    network: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...allocationState(t),
    ...origin(t),
    ...since(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.operator, table.network, table.asset] }),
    networkIdx: index().on(table.network),
  }),
);

export const allocationHistory = onchainTable(
  "allocation_history",
  (t) => ({
    operator: t.hex().notNull(),
    network: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...allocationState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.operator, table.network, table.asset, table.sinceBlock] }),
  }),
);

export const allocationVersion = versionsOf("allocation_version", allocation, allocationHistory);

const poolMagnitudeState = (t: ColumnTypes) => ({
  totalMagnitude: t.bigint().notNull(),
});

/** What slashes left of a pool's magnitude of 1e18; no row while nothing was slashed. */
export const poolMagnitude = onchainTable(
  "pool_magnitude",
  (t) => ({
    operator: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...poolMagnitudeState(t),
    ...since(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.operator, table.asset] }),
  }),
);

export const poolMagnitudeHistory = onchainTable(
  "pool_magnitude_history",
  (t) => ({
    operator: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...poolMagnitudeState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.operator, table.asset, table.sinceBlock] }),
  }),
);

export const poolMagnitudeVersion = versionsOf("pool_magnitude_version", poolMagnitude, poolMagnitudeHistory);
