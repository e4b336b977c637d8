import { index, onchainTable, primaryKey } from "ponder";
import { versionsOf } from "../history/versionsOf.ts";
import { type ColumnTypes, origin, range, since } from "./columns.ts";

export const rewardSchedule = onchainTable(
  "reward_schedule",
  (t) => ({
    id: t.hex().primaryKey(),
    network: t.hex().notNull(),
    token: t.hex().notNull(),
    amountPerEpoch: t.bigint().notNull(),
    firstEpoch: t.bigint().notNull(),
    epochs: t.bigint().notNull(),
    ...origin(t),
  }),
  (table) => ({ networkIdx: index().on(table.network, table.token) }),
);

/** Fees, forfeited bonds and redistributed stake, each as it came in. */
export const rewardAccrual = onchainTable(
  "reward_accrual",
  (t) => ({
    /** `block:logIndex`. */
    id: t.text().primaryKey(),
    network: t.hex().notNull(),
    token: t.hex().notNull(),
    epoch: t.bigint().notNull(),
    amount: t.bigint().notNull(),
    /** FEE, FORFEITED_BOND or SLASHED_STAKE. */
    source: t.text().notNull(),
    taskId: t.hex(),
    ...origin(t),
  }),
  (table) => ({ epochIdx: index().on(table.epoch, table.network, table.token) }),
);

/** Every root that was submitted; an epoch whose root was disabled may have several. */
export const rewardRoot = onchainTable(
  "reward_root",
  (t) => ({
    /** `epoch:block:logIndex`. */
    id: t.text().primaryKey(),
    epoch: t.bigint().notNull(),
    root: t.hex().notNull(),
    bundleHash: t.hex().notNull(),
    total: t.bigint().notNull(),
    activatesAt: t.bigint().notNull(),
    disabled: t.boolean().notNull(),
    disabledBlock: t.bigint(),
    disabledAt: t.bigint(),
    disabledTx: t.hex(),
    ...origin(t),
  }),
  (table) => ({ epochIdx: index().on(table.epoch) }),
);

/** The root that stands, or stood last, for an epoch: points at `rewardRoot.id`. */
export const epochRoot = onchainTable("epoch_root", (t) => ({
  epoch: t.bigint().primaryKey(),
  rootId: t.text().notNull(),
}));

const claimerState = (t: ColumnTypes) => ({
  /** Zero address when taken back. */
  claimer: t.hex().notNull(),
});

export const claimer = onchainTable("claimer", (t) => ({
  earner: t.hex().primaryKey(),
  ...claimerState(t),
  ...origin(t),
  ...since(t),
}));

export const claimerHistory = onchainTable(
  "claimer_history",
  (t) => ({
    earner: t.hex().notNull(),
    ...claimerState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.earner, table.sinceBlock] }),
  }),
);

export const claimerVersion = versionsOf("claimer_version", claimer, claimerHistory);

export const rewardClaim = onchainTable(
  "reward_claim",
  (t) => ({
    /** `block:logIndex`. */
    id: t.text().primaryKey(),
    earner: t.hex().notNull(),
    token: t.hex().notNull(),
    recipient: t.hex().notNull(),
    amount: t.bigint().notNull(),
    cumulative: t.bigint().notNull(),
    ...origin(t),
  }),
  (table) => ({ earnerIdx: index().on(table.earner, table.token) }),
);

/** What an earner has claimed of a token so far. */
export const claimed = onchainTable(
  "claimed",
  (t) => ({
    earner: t.hex().notNull(),
    token: t.hex().notNull(),
    cumulative: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.earner, table.token] }) }),
);
