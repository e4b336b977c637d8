import { z } from "zod";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { JobContext } from "../context.ts";
import { defineJob } from "../queue/defineJob.ts";
import { crashPoint } from "../transactions/crashPoint.ts";
import { deliver } from "./deliver.ts";
import { messageOf } from "./message.ts";
import {
  advanceScan,
  type Delivery,
  findEquivocations,
  findHalts,
  findSlashes,
  findViolations,
  findWrongResponses,
  listDue,
  mostAttempts,
  noteDelivery,
  raiseAlerts,
  resolveAlerts,
  takeDelivery,
} from "./queries.ts";

/** Tells webhooks what happened: a row for each event and endpoint, delivered until the endpoint says that it has it. */
export const alertsJob = defineJob<JobContext, Delivery>({
  name: "alerts",
  payload: z.object({ alertId: z.string(), endpoint: z.string() }),
  concurrency: 8,
  everyMs: 1_000,
  unfinished: async ({ db, alerts }) => {
    if (!alerts) return [];
    const names = alerts.endpoints.map(({ name }) => name);
    await findAlerts(db, names);
    return listDue(db, names);
  },
  run: deliverOnce,
});

/** Makes rows of everything that is not told yet. */
export async function findAlerts(db: Database, endpoints: readonly string[]): Promise<void> {
  const { aboveBlock, since } = await advanceScan(db);
  const [halts, violations] = await Promise.all([findHalts(db), findViolations(db)]);
  const subjects = (list: typeof halts) => list.map(({ subject }) => subject);
  await resolveAlerts(db, "rewards.halted", subjects(halts));
  await resolveAlerts(db, "invariant.violated", subjects(violations));
  const events = await Promise.all([
    findEquivocations(db, since),
    findWrongResponses(db, since),
    findSlashes(db, aboveBlock),
  ]);
  await raiseAlerts(db, [...events.flat(), ...halts, ...violations], endpoints);
}

async function deliverOnce({ db, alerts, logger }: JobContext, delivery: Delivery): Promise<void> {
  const endpoint = alerts?.endpoints.find(({ name }) => name === delivery.endpoint);
  if (!alerts || !endpoint) return;
  const taken = await takeDelivery(db, delivery);
  if (!taken) return;
  const { outcome, answer } = await deliver(alerts, endpoint, messageOf(taken.alert));
  crashPoint("alert.sent");
  const isOver = outcome === "gone" || taken.attempts >= mostAttempts;
  const state = outcome === "delivered" ? "delivered" : isOver ? "given up" : "due";
  await noteDelivery(db, delivery, { state, answer });
  if (state === "delivered") return;
  const level = state === "given up" ? "error" : "warn";
  logger[level]({ ...delivery, answer, attempts: taken.attempts }, "an alert was not delivered");
}
