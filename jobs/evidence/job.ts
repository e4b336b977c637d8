import { z } from "zod";
import type { JobContext } from "../context.ts";
import { defineJob } from "../queue/defineJob.ts";
import { hexOf } from "../queue/taskPayload.ts";
import { crashPoint } from "../transactions/crashPoint.ts";
import { findEquivocations, listUnsettled, type Offence } from "./queries.ts";
import { settleOffence } from "./settleOffence.ts";

/** Finds operators that signed two responses to one task, and sees to it that each is slashed once. */
export const evidenceJob = defineJob<JobContext, Offence>({
  name: "evidence",
  payload: z.object({ taskId: hexOf<Offence["taskId"]>(32), operator: hexOf<Offence["operator"]>(20) }),
  concurrency: 4,
  everyMs: 1_000,
  unfinished: async ({ db }) => {
    await findEquivocations(db);
    crashPoint("evidence.found");
    return listUnsettled(db);
  },
  run: settleOffence,
});
