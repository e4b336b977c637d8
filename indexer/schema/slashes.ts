import { index, onchainTable, primaryKey } from "ponder";
import { origin } from "./columns.ts";

/** One offence of one operator on one task. */
export const slash = onchainTable(
  "slash",
  (t) => ({
    id: t.hex().primaryKey(),
    operator: t.hex().notNull(),
    network: t.hex().notNull(),
    taskId: t.hex().notNull(),
    /** WRONG_RESPONSE or EQUIVOCATION. */
    offence: t.text().notNull(),
    reporter: t.hex().notNull(),
    /** The challenge's id, or the hash of the equivocation's evidence. */
    evidenceHash: t.hex().notNull(),
    /** Part of the operator's magnitude in the network, 1e18 = all. */
    fraction: t.bigint().notNull(),
    createdLogIndex: t.integer().notNull(),
    ...origin(t),
  }),
  (table) => ({
    operatorIdx: index().on(table.operator, table.createdBlock),
    networkIdx: index().on(table.network, table.createdBlock),
    taskIdx: index().on(table.taskId),
    createdIdx: index().on(table.createdBlock, table.createdLogIndex),
    fractionIdx: index().on(table.fraction),
  }),
);

/** What one slash took of one pool. A delegator's loss follows from the totals; no row per delegator is kept. */
export const poolSlash = onchainTable(
  "pool_slash",
  (t) => ({
    slashId: t.hex().notNull(),
    operator: t.hex().notNull(),
    asset: t.hex().notNull(),
    network: t.hex().notNull(),
    magnitudeSlashed: t.bigint().notNull(),
    /** The network's magnitude and the pool's, after. */
    magnitudeAfter: t.bigint().notNull(),
    totalMagnitudeAfter: t.bigint().notNull(),
    /** Part of the pool's assets, 1e18 = all, rounded up. Null until the pool's own event, which follows at once. */
    fraction: t.bigint(),
    activeSlashed: t.bigint(),
    queuedSlashed: t.bigint(),
    /** `(totalAssets + 1) * 1e18 / (totalShares + 1)`, rounded down. */
    assetsPerShareBefore: t.bigint(),
    assetsPerShareAfter: t.bigint(),
    /** The pool's totals just after: before, it had what was slashed more and as many shares. */
    totalAssetsAfter: t.bigint(),
    totalShares: t.bigint(),
    /** Null until paid out, which an asset's own troubles can delay; for ever when the pool lost nothing. */
    reporterAmount: t.bigint(),
    /** BURN, REWARD_POT or RECIPIENT. */
    sink: t.text(),
    sinkRecipient: t.hex(),
    sinkAmount: t.bigint(),
    distributedBlock: t.bigint(),
    distributedAt: t.bigint(),
    distributedTx: t.hex(),
    block: t.bigint().notNull(),
    logIndex: t.integer().notNull(),
    timestamp: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.slashId, table.asset] }),
    poolIdx: index().on(table.operator, table.asset, table.block),
  }),
);

/** Announced evidence of an equivocation, not shown yet. */
export const reportCommitment = onchainTable("report_commitment", (t) => ({
  commitment: t.hex().primaryKey(),
  ...origin(t),
}));
