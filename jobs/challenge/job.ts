import { z } from "zod";
import type { JobContext } from "../context.ts";
import { defineJob } from "../queue/defineJob.ts";
import { hexOf } from "../queue/taskPayload.ts";
import { crashPoint } from "../transactions/crashPoint.ts";
import { lowercase } from "../transactions/sendIntent.ts";
import { type AcceptedResponse, closeMissed, findResponses, listUnsettled } from "./queries.ts";
import { settleChallenge } from "./settleChallenge.ts";

/** Re-executes accepted responses of the networks that it has a module of, and challenges wrong ones. Off without modules. */
export const challengeJob = defineJob<JobContext, AcceptedResponse>({
  name: "challenge",
  payload: z.object({
    taskId: hexOf<AcceptedResponse["taskId"]>(32),
    responseHash: hexOf<AcceptedResponse["responseHash"]>(32),
  }),
  concurrency: 4,
  everyMs: 1_000,
  unfinished: async ({ db, sender, challenging }) => {
    if (!challenging) return [];
    await findResponses(db, [...challenging.modules.keys()]);
    crashPoint("challenge.found");
    await closeMissed(db, lowercase(sender.account.address));
    return listUnsettled(db);
  },
  run: async (context, response) => {
    const { challenging } = context;
    if (challenging) await settleChallenge({ ...context, challenging }, response);
  },
});
