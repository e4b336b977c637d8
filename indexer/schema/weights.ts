import { index, onchainTable, primaryKey } from "ponder";
import { versionsOf } from "../history/versionsOf.ts";
import { type ColumnTypes, origin, range, since } from "./columns.ts";

const networkOperatorState = (t: ColumnTypes) => ({
  optedIn: t.boolean().notNull(),
  /** Timestamp until which it stays slashable after opting out; null while opted in. */
  slashableUntil: t.bigint(),
  weight: t.bigint().notNull(),
});

/** An operator's membership of a network and its recorded weight over all assets. */
export const networkOperator = onchainTable(
  "network_operator",
  (t) => ({
    network: t.hex().notNull(),
    operator: t.hex().notNull(),
    ...networkOperatorState(t),
    /** Block of the last change of `weight`, and the weight at the end of the block before it. */
    weightBlock: t.bigint().notNull(),
    weightBefore: t.bigint().notNull(),
    /** Tasks it was assigned that closed with a response, and those among them that it signed. */
    assignedTasks: t.bigint().notNull(),
    signedTasks: t.bigint().notNull(),
    ...origin(t),
    ...since(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.network, table.operator] }),
    operatorIdx: index().on(table.operator),
  }),
);

export const networkOperatorHistory = onchainTable(
  "network_operator_history",
  (t) => ({
    network: t.hex().notNull(),
    operator: t.hex().notNull(),
    ...networkOperatorState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.network, table.operator, table.sinceBlock] }),
  }),
);

export const networkOperatorVersion = versionsOf(
  "network_operator_version",
  networkOperator,
  networkOperatorHistory,
);

const operatorWeightState = (t: ColumnTypes) => ({
  weight: t.bigint().notNull(),
});

/** Recorded weight per asset. */
export const operatorWeight = onchainTable(
  "operator_weight",
  (t) => ({
    network: t.hex().notNull(),
    operator: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...operatorWeightState(t),
    ...since(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.network, table.operator, table.asset] }),
  }),
);

export const operatorWeightHistory = onchainTable(
  "operator_weight_history",
  (t) => ({
    network: t.hex().notNull(),
    operator: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...operatorWeightState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.network, table.operator, table.asset, table.sinceBlock] }),
    untilIdx: index().on(table.untilTimestamp),
  }),
);

export const operatorWeightVersion = versionsOf(
  "operator_weight_version",
  operatorWeight,
  operatorWeightHistory,
);

/** The sum of keys of a network's operators with weight, from `block` on. */
export const aggregateKeyCheckpoint = onchainTable(
  "aggregate_key_checkpoint",
  (t) => ({
    network: t.hex().notNull(),
    block: t.bigint().notNull(),
    logIndex: t.integer().notNull(),
    /** G1 point, 128 bytes, EIP-2537; all zero when nobody has weight. */
    aggregateKey: t.hex().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.network, table.block, table.logIndex] }) }),
);
