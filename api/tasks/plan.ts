import { sql } from "kysely";
import { readHash } from "../ids/readHash.ts";
import type { Plans } from "../plan/compile.ts";
import { connection } from "../plan/connection.ts";
import { column, embedded, found, globalId, one } from "../plan/fields.ts";
import { list } from "../plan/list.ts";
import type { FieldPlan, ObjectPlan } from "../plan/objectType.ts";
import { signedResponsesOfTask } from "../responses/plan.ts";
import { challengesOfTask, slashesOf } from "../slashing/lists.ts";
import { taskFilters } from "./filters.ts";
import { tasks } from "./lists.ts";
import { participationRows, taskRows } from "./sources.ts";
import { timelineRows } from "./timelineRows.ts";

/** What the task's own network's contract says of its response. Any network's may name any task. */
const ruling: FieldPlan = (use) =>
  found(use, "Ruling", (row) => [
    sql`${row("task_id")} = ${use.row("id")}`,
    sql`${row("network")} = ${use.row("network")}`,
    sql`${row("response_hash")} = ${use.row("response_hash")}`,
  ]);

const task: ObjectPlan = {
  source: taskRows,
  filters: taskFilters,
  keyed: ["id", "taskId"],
  fields: {
    id: globalId("Task", "id"),
    taskId: column("id"),
    network: one("Network", { address: "network" }),
    creator: column("creator"),
    payload: column("payload"),
    referenceBlock: column("reference_block"),
    deadline: column("deadline"),
    quorumBps: column("quorum_bps"),
    feeToken: column("fee_token"),
    fee: column("fee"),
    status: column("status"),
    totalWeight: column("total_weight"),
    // The indexer writes all of a response's columns at once.
    response: embedded("TaskResponse", {}, (row) => sql`${row("responded_block")} is not null`),
    participants: list("Participation", {
      by: { task_id: "id" },
      order: (row) => [sql`${row("weight")} desc`, row("operator")],
      typical: 10,
    }),
    signedResponses: signedResponsesOfTask,
    challenges: challengesOfTask,
    slashes: connection(slashesOf("task_id", "id")),
    ruling,
    timeline: list("TaskEvent", {
      source: timelineRows,
      order: (row) => [row("block"), row("step"), row("log_index"), row("id")],
      typical: 4,
    }),
  },
};

/** Assigned operators by whether their signature is in the response, heaviest first. */
const operatorsWho = (signed: boolean) =>
  list("Operator", {
    source: participationRows,
    by: { task_id: "id" },
    where: (row) => [sql`${row("signed")} = ${sql.lit(signed)}`],
    order: (row) => [sql`${row("weight")} desc`, row("operator")],
    item: one("Operator", { address: "operator" }),
    typical: 10,
  });

const taskResponse: ObjectPlan = {
  fields: {
    response: column("response"),
    responseHash: column("response_hash"),
    aggregator: column("aggregator"),
    signedWeight: column("signed_weight"),
    signers: operatorsWho(true),
    nonSigners: operatorsWho(false),
    challengeDeadline: column("challenge_deadline"),
    transaction: embedded("Transaction", {
      hash: "responded_tx",
      block: "responded_block",
      timestamp: "responded_at",
    }),
  },
};

const participation: ObjectPlan = {
  source: participationRows,
  fields: {
    operator: one("Operator", { address: "operator" }),
    weight: column("weight"),
    signed: column("signed"),
  },
};

export const taskPlans: Plans = {
  objects: {
    Task: task,
    TaskResponse: taskResponse,
    Participation: participation,
    TaskEvent: { fields: { kind: column("kind"), transaction: embedded("Transaction") } },
  },
  query: {
    task: (use) =>
      found(use, "Task", (row) => [
        sql`${row("id")} = ${use.args.field("taskId").param("text", (id: `0x${string}`) => readHash(id, "A task id"))}`,
      ]),
    tasks: connection(tasks),
  },
};
