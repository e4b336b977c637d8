import { onchainTable, primaryKey } from "ponder";
import { daysOf } from "../buckets/daysOf.ts";
import type { ColumnTypes } from "./columns.ts";

/** Whose hour it is: of everything together (the zero address), of a network, or of an operator; `start` is the hour's second. */
const bucket = (t: ColumnTypes) => ({
  /** TOTAL, NETWORK or OPERATOR. */
  scope: t.text().notNull(),
  subject: t.hex().notNull(),
  start: t.bigint().notNull(),
});

/** What happened in an hour; no row for an hour without anything. An operator's row counts its part and its slashes only. */
export const activityHour = onchainTable(
  "activity_hour",
  (t) => ({
    ...bucket(t),
    tasksCreated: t.bigint().notNull(),
    tasksResponded: t.bigint().notNull(),
    tasksExpired: t.bigint().notNull(),
    tasksFinalized: t.bigint().notNull(),
    tasksRejected: t.bigint().notNull(),
    challengesRaised: t.bigint().notNull(),
    /** Operators times tasks that were answered in this hour, and how many of them signed. */
    assigned: t.bigint().notNull(),
    signed: t.bigint().notNull(),
    slashes: t.bigint().notNull(),
    /** Of a network: its recorded weight at the hour's end; null when it did not change. */
    weight: t.bigint(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.scope, table.subject, table.start] }) }),
);

/** An asset's stake, queued withdrawals included, in units of the asset. Of a network only what it slashed. */
export const stakeHour = onchainTable(
  "stake_hour",
  (t) => ({
    ...bucket(t),
    asset: t.hex().notNull(),
    deposited: t.bigint().notNull(),
    withdrawn: t.bigint().notNull(),
    slashed: t.bigint().notNull(),
    /** What was staked at the hour's end; null of a network. */
    staked: t.bigint(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.scope, table.subject, table.asset, table.start] }) }),
);

/** What came in for rewards, of a network and in total, and what was claimed, in total, in units of the token. */
export const rewardHour = onchainTable(
  "reward_hour",
  (t) => ({
    ...bucket(t),
    token: t.hex().notNull(),
    fees: t.bigint().notNull(),
    forfeitedBonds: t.bigint().notNull(),
    slashedStake: t.bigint().notNull(),
    claimed: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.scope, table.subject, table.token, table.start] }) }),
);

// Days (UTC) follow from hours.
export const activityDay = daysOf("activity_day", activityHour, ["scope", "subject"], { last: ["weight"] });
export const stakeDay = daysOf("stake_day", stakeHour, ["scope", "subject", "asset"], { last: ["staked"] });
export const rewardDay = daysOf("reward_day", rewardHour, ["scope", "subject", "token"], { last: [] });
