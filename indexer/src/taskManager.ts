import type { Context } from "ponder:registry";
import { assignment, network, networkOperator, nonSigner, task, taskOperators } from "ponder:schema";
import type { Hex } from "viem";
import { everything, ofNetwork } from "../buckets/hours.ts";
import { newMember } from "../transitions/membership.ts";
import { lower, type Moment, momentOf } from "../transitions/moment.ts";
import { required } from "../transitions/required.ts";
import {
  participationCounted,
  signedBy,
  taskClosed,
  taskCreated,
  taskResponded,
} from "../transitions/tasks.ts";
import { countActivity, countParticipation } from "./hours.ts";
import { on } from "./on.ts";

// The task cannot exist (its id is a counter's hash). The network and its members must: it was whitelisted first.
on("TaskManager:TaskCreated", async ({ event, context: { db } }) => {
  const at = momentOf(event);
  const members = await membersOf(db, lower(event.args.network));
  const rows = taskCreated(event.args, members, at);
  await db.insert(task).values(rows.task);
  await db.insert(taskOperators).values(rows.taskOperators);
  if (rows.assignments.length > 0) await db.insert(assignment).values(rows.assignments);
  await countActivity(db, at, [everything, ofNetwork(rows.task.network)], { tasksCreated: 1n });
});

// Task and operators must exist: they were written when it was created. Who did not sign is named once.
on("TaskManager:TaskResponded", async ({ event, context: { db } }) => {
  const at = momentOf(event);
  const taskId = lower(event.args.taskId);
  const address = lower(event.args.network);
  await db.update(task, { id: taskId }).set(taskResponded(event.args, at));

  const hasSigned = signedBy(event.args.nonSigners);
  const { operators } = required(await db.find(taskOperators, { taskId }), "task_operators", { taskId });
  const parts = operators.map((operator) => ({ network: address, operator, signed: hasSigned(operator) }));
  const missed = parts.filter(({ signed }) => !signed);
  if (missed.length > 0)
    await db.insert(nonSigner).values(missed.map(({ operator }) => ({ taskId, operator })));
  await countForMembers(db, at, parts);
  await countParticipation(db, at, parts);
  const counts = {
    tasksResponded: 1n,
    assigned: BigInt(parts.length),
    signed: BigInt(parts.length - missed.length),
  };
  await countActivity(db, at, [everything, ofNetwork(address)], counts);
});

// The row must exist: only an open task expires.
on("TaskManager:TaskExpired", async ({ event, context: { db } }) => {
  const at = momentOf(event);
  const closed = await db.update(task, { id: lower(event.args.taskId) }).set(taskClosed("EXPIRED", at));
  await countActivity(db, at, [everything, ofNetwork(closed.network)], { tasksExpired: 1n });
});

// The row must exist: only a task with a response becomes final.
on("TaskManager:TaskFinalized", async ({ event, context: { db } }) => {
  const at = momentOf(event);
  const closed = await db.update(task, { id: lower(event.args.taskId) }).set(taskClosed("FINAL", at));
  await countActivity(db, at, [everything, ofNetwork(closed.network)], { tasksFinalized: 1n });
});

type Part = { readonly network: Hex; readonly operator: Hex; readonly signed: boolean };

/** All members in one call, which costs the store half as much as one by one. */
async function countForMembers(db: Context["db"], at: Moment, parts: readonly Part[]): Promise<void> {
  if (parts.length === 0) return;
  const signed = new Map(parts.map((part) => [part.operator, part.signed]));
  let changed = 0;
  await db
    .insert(networkOperator)
    .values(parts.map((part) => newMember(part, at)))
    .onConflictDoUpdate((row) => {
      changed += 1;
      return participationCounted(row, signed.get(row.operator) === true);
    });
  // Nothing may have been inserted: whoever is assigned has a row.
  if (changed !== parts.length)
    throw new Error("an operator that is assigned a task is no member of its network");
}

async function operatorsOf(db: Context["db"], address: Hex): Promise<Hex[]> {
  return required(await db.find(network, { address }), "network", { address }).operators;
}

async function membersOf(db: Context["db"], address: Hex) {
  const operators = await operatorsOf(db, address);
  return Promise.all(
    operators.map(async (operator) => {
      const key = { network: address, operator };
      return required(await db.find(networkOperator, key), "network_operator", key);
    }),
  );
}
