import type { Context } from "ponder:registry";
import { assignment, network, networkOperator, nonSigner, task, taskOperators } from "ponder:schema";
import type { Hex } from "viem";
import { everything, ofNetwork, ofOperator } from "../../../../indexer/buckets/hours.ts";
import { countActivity } from "../../../../indexer/src/hours.ts";
import { lower, momentOf } from "../../../../indexer/transitions/moment.ts";
import { required } from "../../../../indexer/transitions/required.ts";
import {
  participationCounted,
  signedBy,
  taskClosed,
  taskCreated,
  taskResponded,
} from "../../../../indexer/transitions/tasks.ts";
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

// The task must exist, and an assignment for everybody who had weight at its reference block; of the network's
// operators those that came later have none.
on("TaskManager:TaskResponded", async ({ event, context: { db } }) => {
  const at = momentOf(event);
  const taskId = lower(event.args.taskId);
  const networkAddress = lower(event.args.network);
  await db.update(task, { id: taskId }).set(taskResponded(event.args, at));

  const hasSigned = signedBy(event.args.nonSigners);
  const counts = { tasksResponded: 1n, assigned: 0n, signed: 0n };
  for (const operator of await operatorsOf(db, networkAddress)) {
    const assigned = await db.find(assignment, { taskId, operator });
    if (!assigned) continue;
    const signed = hasSigned(operator);
    if (!signed) await db.insert(nonSigner).values({ taskId, operator });
    await db
      .update(networkOperator, { network: networkAddress, operator })
      .set((row) => participationCounted(row, signed));
    const part = { assigned: 1n, signed: signed ? 1n : 0n };
    await countActivity(db, at, [ofOperator(operator)], part);
    counts.assigned += part.assigned;
    counts.signed += part.signed;
  }
  await countActivity(db, at, [everything, ofNetwork(networkAddress)], counts);
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
