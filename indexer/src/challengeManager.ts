import { challenge, task } from "ponder:schema";
import { bondHeld, bondSettled, challengeRaised, challengeResolved } from "../transitions/challenges.ts";
import { lower, momentOf } from "../transitions/moment.ts";
import { on } from "./on.ts";

// The challenge cannot exist (its id is a counter's hash). The task must: only an accepted response can be challenged.
on("ChallengeManager:ChallengeRaised", async ({ event, context: { db } }) => {
  const rows = challengeRaised(event.args, momentOf(event));
  await db.insert(challenge).values(rows.challenge);
  await db.update(task, { id: rows.challenge.taskId }).set(rows.task);
});

// Both must exist: only a pending challenge is resolved.
on("ChallengeManager:ChallengeResolved", async ({ event, context: { db } }) => {
  const rows = challengeResolved(event.args, momentOf(event));
  await db.update(challenge, { id: lower(event.args.challengeId) }).set(rows.challenge);
  await db.update(task, { id: lower(event.args.taskId) }).set(rows.task);
});

// Both must exist: only a resolved challenge's bond is held, and only a held bond is settled.
on("ChallengeManager:BondHeld", async ({ event, context: { db } }) => {
  await db.update(challenge, { id: lower(event.args.challengeId) }).set(bondHeld(event.args));
});

on("ChallengeManager:BondSettled", async ({ event, context: { db } }) => {
  await db.update(challenge, { id: lower(event.args.challengeId) }).set(bondSettled(event.args));
});
