import type { Context } from "ponder:registry";
import { network, networkOperator, participation, task } from "ponder:schema";
import type { Hex } from "viem";
import { everything, ofNetwork } from "../buckets/hours.ts";
import { newMember } from "../transitions/membership.ts";
import { lower, type Moment, momentOf } from "../transitions/moment.ts";
import { required } from "../transitions/required.ts";
import {
  type ParticipationRow,
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
  if (rows.participations.length > 0) await db.insert(participation).values(rows.participations);
  await countActivity(db, at, [everything, ofNetwork(rows.task.network)], { tasksCreated: 1n });
});

// The task must exist, and a participation for everybody who had weight at its reference block; of the network's
// operators those that came later have none.
on("TaskManager:TaskResponded", async ({ event, context: { db } }) => {
  const at = momentOf(event);
  const taskId = lower(event.args.taskId);
  const address = lower(event.args.network);
  await db.update(task, { id: taskId }).set(taskResponded(event.args, at));

  const hasSigned = signedBy(event.args.nonSigners);
  const parts: ParticipationRow[] = [];
  for (const operator of await operatorsOf(db, address)) {
    const assigned = await db.find(participation, { taskId, operator });
    if (!assigned) continue;
    parts.push({
      taskId,
      operator,
      network: address,
      weight: assigned.weight,
      signed: hasSigned(operator),
    });
  }
  await recordParts(db, parts, at);
  await countParticipation(db, at, parts);
  const counts = {
    tasksResponded: 1n,
    assigned: BigInt(parts.length),
    signed: BigInt(parts.filter(({ signed }) => signed).length),
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

/** Of all operators in one call each for parts and members, which costs the store half as much as one by one. */
async function recordParts(db: Context["db"], parts: readonly ParticipationRow[], at: Moment): Promise<void> {
  if (parts.length === 0) return;
  const signed = new Map(parts.map((part) => [part.operator, part.signed === true]));
  let changed = 0;
  const ofRow = (row: { operator: Hex }) => {
    changed += 1;
    return signed.get(row.operator) === true;
  };
  await db
    .insert(participation)
    .values([...parts])
    .onConflictDoUpdate((row) => ({ signed: ofRow(row) }));
  await db
    .insert(networkOperator)
    .values(parts.map((part) => newMember(part, at)))
    .onConflictDoUpdate((row) => participationCounted(row, ofRow(row)));
  // Nothing may have been inserted: whoever is assigned has both rows.
  if (changed !== 2 * parts.length)
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
