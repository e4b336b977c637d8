import { index, onchainTable, primaryKey } from "ponder";
import { versionsOf } from "../history/versionsOf.ts";
import { type ColumnTypes, origin, range, since } from "./columns.ts";

export const asset = onchainTable("asset", (t) => ({
  address: t.hex().primaryKey(),
  symbol: t.text().notNull(),
  decimals: t.integer().notNull(),
  /** In all pools together, queued withdrawals included. */
  staked: t.bigint().notNull(),
  ...origin(t),
}));

const poolState = (t: ColumnTypes) => ({
  totalAssets: t.bigint().notNull(),
  totalShares: t.bigint().notNull(),
  queuedShares: t.bigint().notNull(),
});

export const pool = onchainTable(
  "pool",
  (t) => ({
    operator: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...poolState(t),
    ...origin(t),
    ...since(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.operator, table.asset] }),
    assetIdx: index().on(table.asset),
  }),
);

export const poolHistory = onchainTable(
  "pool_history",
  (t) => ({
    operator: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...poolState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.operator, table.asset, table.sinceBlock] }),
  }),
);

export const poolVersion = versionsOf("pool_version", pool, poolHistory);

const delegationState = (t: ColumnTypes) => ({
  /** Active shares: not queued for withdrawal. */
  shares: t.bigint().notNull(),
});

export const delegation = onchainTable(
  "delegation",
  (t) => ({
    delegator: t.hex().notNull(),
    operator: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...delegationState(t),
    ...origin(t),
    ...since(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.delegator, table.operator, table.asset] }),
    poolIdx: index().on(table.operator, table.asset),
    createdIdx: index().on(table.createdBlock),
    sharesIdx: index().on(table.shares),
  }),
);

export const delegationHistory = onchainTable(
  "delegation_history",
  (t) => ({
    delegator: t.hex().notNull(),
    operator: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...delegationState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.delegator, table.operator, table.asset, table.sinceBlock] }),
    untilIdx: index().on(table.untilTimestamp),
  }),
);

export const delegationVersion = versionsOf("delegation_version", delegation, delegationHistory);

export const withdrawal = onchainTable(
  "withdrawal",
  (t) => ({
    id: t.hex().primaryKey(),
    delegator: t.hex().notNull(),
    operator: t.hex().notNull(),
    asset: t.hex().notNull(),
    shares: t.bigint().notNull(),
    unlockAt: t.bigint().notNull(),
    /** Null until completed. */
    assetsPaid: t.bigint(),
    assetsLostToSlashing: t.bigint(),
    completedBlock: t.bigint(),
    completedAt: t.bigint(),
    completedTx: t.hex(),
    ...origin(t),
  }),
  (table) => ({
    delegatorIdx: index().on(table.delegator),
    poolIdx: index().on(table.operator, table.asset),
    createdIdx: index().on(table.createdBlock),
    unlockIdx: index().on(table.unlockAt),
    sharesIdx: index().on(table.shares),
  }),
);
