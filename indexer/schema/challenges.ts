import { index, onchainTable, primaryKey } from "ponder";
import { versionsOf } from "../history/versionsOf.ts";
import { type ColumnTypes, origin, range, since } from "./columns.ts";

const challengeState = (t: ColumnTypes) => ({
  /** PENDING, UPHELD, FAILED or DISMISSED. */
  outcome: t.text().notNull(),
  /** Null until resolved; what was not returned went to the network's rewards. */
  bondReturned: t.bigint(),
  /** The part of the bond that could be paid to nobody when the challenge was resolved, until it is settled. */
  bondHeld: t.bigint().notNull(),
  resolvedBlock: t.bigint(),
  resolvedAt: t.bigint(),
  resolvedTx: t.hex(),
});

export const challenge = onchainTable(
  "challenge",
  (t) => ({
    id: t.hex().notNull(),
    ...challengeState(t),
    taskId: t.hex().notNull(),
    network: t.hex().notNull(),
    challenger: t.hex().notNull(),
    bondToken: t.hex().notNull(),
    bond: t.bigint().notNull(),
    /** Last timestamp at which the verifier's decision counts. */
    resolveBy: t.bigint().notNull(),
    ...origin(t),
    ...since(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.id] }),
    taskIdx: index().on(table.taskId),
    networkIdx: index().on(table.network, table.createdBlock),
    createdIdx: index().on(table.createdBlock),
    resolveByIdx: index().on(table.resolveBy),
    bondIdx: index().on(table.bond),
  }),
);

export const challengeHistory = onchainTable(
  "challenge_history",
  (t) => ({
    id: t.hex().notNull(),
    ...challengeState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.id, table.sinceBlock] }),
  }),
);

export const challengeVersion = versionsOf("challenge_version", challenge, challengeHistory);
