import { and, eq, index, onchainTable, onchainView, primaryKey, sql } from "ponder";
import { origin } from "./columns.ts";

export const task = onchainTable(
  "task",
  (t) => ({
    id: t.hex().primaryKey(),
    network: t.hex().notNull(),
    creator: t.hex().notNull(),
    payload: t.hex().notNull(),
    referenceBlock: t.bigint().notNull(),
    deadline: t.bigint().notNull(),
    quorumBps: t.integer().notNull(),
    feeToken: t.hex().notNull(),
    fee: t.bigint().notNull(),
    /** OPEN, RESPONDED, CHALLENGED, FINAL, EXPIRED or REJECTED. */
    status: t.text().notNull(),
    createdLogIndex: t.integer().notNull(),
    /** Recorded weight of all assigned operators at the reference block. */
    totalWeight: t.bigint().notNull(),
    response: t.hex(),
    responseHash: t.hex(),
    signedWeight: t.bigint(),
    aggregator: t.hex(),
    challengeDeadline: t.bigint(),
    respondedBlock: t.bigint(),
    respondedAt: t.bigint(),
    respondedTx: t.hex(),
    /** When it became final, was marked expired, or was rejected after a challenge. */
    closedBlock: t.bigint(),
    closedAt: t.bigint(),
    closedTx: t.hex(),
    ...origin(t),
  }),
  (table) => ({
    networkIdx: index().on(table.network, table.createdBlock),
    statusIdx: index().on(table.status, table.deadline),
    createdIdx: index().on(table.createdBlock, table.createdLogIndex),
    respondedIdx: index().on(table.respondedAt),
    deadlineIdx: index().on(table.deadline),
    feeIdx: index().on(table.fee),
  }),
);

/** One operator that was assigned one task: it had weight at the reference block. */
export const assignment = onchainTable(
  "assignment",
  (t) => ({
    taskId: t.hex().notNull(),
    operator: t.hex().notNull(),
    network: t.hex().notNull(),
    weight: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.taskId, table.operator] }),
    operatorIdx: index().on(table.operator, table.network),
  }),
);

/** Everybody who was assigned a task, in one row: what a response needs to know, found by the task's id. */
export const taskOperators = onchainTable("task_operators", (t) => ({
  taskId: t.hex().primaryKey(),
  operators: t.hex().array().notNull(),
}));

/** An assigned operator whose signature was not in the response that was accepted. */
export const nonSigner = onchainTable(
  "non_signer",
  (t) => ({
    taskId: t.hex().notNull(),
    operator: t.hex().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.taskId, table.operator] }) }),
);

/**
 * One operator's part in one task it was assigned. `signed` is null until a response is accepted; then whether the operator's
 * signature was in it. A view: of a response only those that did not sign are written, and no row is changed.
 */
export const participation = onchainView("participation").as((query) =>
  query
    .select({
      taskId: assignment.taskId,
      operator: assignment.operator,
      network: assignment.network,
      weight: assignment.weight,
      signed: sql<
        boolean | null
      >`case when ${task.respondedBlock} is not null then ${nonSigner.operator} is null end`.as("signed"),
    })
    .from(assignment)
    .leftJoin(task, eq(task.id, assignment.taskId))
    .leftJoin(
      nonSigner,
      and(eq(nonSigner.taskId, assignment.taskId), eq(nonSigner.operator, assignment.operator)),
    ),
);

/**
 * What a network's contract says its arbiter ruled on a task (`Ruled` of PriceAttestationNetwork): its first word on it.
 * Anyone may register a network, and its contract may name tasks that are not its own or do not exist: a ruling means
 * something only where `network` is the task's and `responseHash` that of its response.
 */
export const ruling = onchainTable(
  "ruling",
  (t) => ({
    network: t.hex().notNull(),
    taskId: t.hex().notNull(),
    /** Of the response that was ruled on, which a reorganised chain may never have accepted. */
    responseHash: t.hex().notNull(),
    /** RIGHT or WRONG. */
    verdict: t.text().notNull(),
    reason: t.text().notNull(),
    ...origin(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.network, table.taskId, table.responseHash] }),
    taskIdx: index().on(table.taskId),
  }),
);
