import { challenge, task } from "ponder:schema";
import { everything, ofNetwork } from "../../../../indexer/buckets/hours.ts";
import {
  bondHeld,
  bondSettled,
  challengeRaised,
  challengeResolved,
} from "../../../../indexer/transitions/challenges.ts";
import { lower, momentOf } from "../../../../indexer/transitions/moment.ts";
import { countActivity } from "./hours.ts";
import { on } from "./on.ts";

// The challenge cannot exist (its id is a counter's hash). The task must: only an accepted response can be challenged.
on("ChallengeManager:ChallengeRaised", async ({ event, context: { db } }) => {
  const at = momentOf(event);
  const rows = challengeRaised(event.args, at);
  await db.insert(challenge).values(rows.challenge);
  await db.update(task, { id: rows.challenge.taskId }).set(rows.task);
  await countActivity(db, at, [everything, ofNetwork(event.args.network)], { challengesRaised: 1n });
});

// Both must exist: only a pending challenge is resolved.
on("ChallengeManager:ChallengeResolved", async ({ event, context: { db } }) => {
  const at = momentOf(event);
  const rows = challengeResolved(event.args, at);
  await db.update(challenge, { id: lower(event.args.challengeId) }).set(rows.challenge);
  const decided = await db.update(task, { id: lower(event.args.taskId) }).set(rows.task);
  if (decided.status === "REJECTED") {
    await countActivity(db, at, [everything, ofNetwork(decided.network)], { tasksRejected: 1n });
  }
});

// Both must exist: only a resolved challenge's bond is held, and only a held bond is settled.
on("ChallengeManager:BondHeld", async ({ event, context: { db } }) => {
  await db.update(challenge, { id: lower(event.args.challengeId) }).set(bondHeld(event.args));
});

on("ChallengeManager:BondSettled", async ({ event, context: { db } }) => {
  await db.update(challenge, { id: lower(event.args.challengeId) }).set(bondSettled(event.args));
});
