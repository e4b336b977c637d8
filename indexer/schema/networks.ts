import { onchainTable, primaryKey } from "ponder";
import { versionsOf } from "../history/versionsOf.ts";
import { type ColumnTypes, origin, range, since } from "./columns.ts";

const networkState = (t: ColumnTypes) => ({
  owner: t.hex().notNull(),
  metadataUri: t.text().notNull(),
  /** PENDING, WHITELISTED or SUSPENDED. */
  status: t.text().notNull(),
  /** Recorded weight of all its operators, 1e-18 units. */
  totalWeight: t.bigint().notNull(),
});

export const network = onchainTable("network", (t) => ({
  address: t.hex().primaryKey(),
  ...networkState(t),
  /** Every operator that ever opted in, in order of first opting in. */
  operators: t.hex().array().notNull(),
  ...origin(t),
  ...since(t),
}));

export const networkHistory = onchainTable(
  "network_history",
  (t) => ({
    address: t.hex().notNull(),
    ...networkState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.address, table.sinceBlock] }),
  }),
);

export const networkVersion = versionsOf("network_version", network, networkHistory);

/** Parameters that hold from the start of `effectiveEpoch` on. */
export const networkParameters = onchainTable(
  "network_parameters",
  (t) => ({
    network: t.hex().notNull(),
    effectiveEpoch: t.bigint().notNull(),
    minimumWeight: t.bigint().notNull(),
    minimumOperators: t.integer().notNull(),
    quorumBps: t.integer().notNull(),
    performanceBps: t.integer().notNull(),
    responseWindow: t.bigint().notNull(),
    challengeWindow: t.bigint().notNull(),
    resolutionWindow: t.bigint().notNull(),
    feeToken: t.hex().notNull(),
    baseFee: t.bigint().notNull(),
    feePerByte: t.bigint().notNull(),
    bondToken: t.hex().notNull(),
    bond: t.bigint().notNull(),
    wrongResponseSlashBps: t.integer().notNull(),
    equivocationSlashBps: t.integer().notNull(),
    challengerShareBps: t.integer().notNull(),
    reporterShareBps: t.integer().notNull(),
    /** BURN, REWARD_POT or RECIPIENT. */
    slashSink: t.text().notNull(),
    /** Zero address unless the sink is RECIPIENT. */
    slashRecipient: t.hex().notNull(),
    ...origin(t),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.network, table.effectiveEpoch] }) }),
);

const networkAssetState = (t: ColumnTypes) => ({
  /** 1e18 counts the asset once; 0 when removed. */
  multiplier: t.bigint().notNull(),
});

export const networkAsset = onchainTable(
  "network_asset",
  (t) => ({
    network: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...networkAssetState(t),
    ...origin(t),
    ...since(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.network, table.asset] }),
  }),
);

export const networkAssetHistory = onchainTable(
  "network_asset_history",
  (t) => ({
    network: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...networkAssetState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.network, table.asset, table.sinceBlock] }),
  }),
);

export const networkAssetVersion = versionsOf("network_asset_version", networkAsset, networkAssetHistory);
