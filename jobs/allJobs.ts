import { aggregateJob } from "./aggregate/job.ts";
import { alertsJob } from "./alerts/job.ts";
import { challengeJob } from "./challenge/job.ts";
import { expireJob, finalizeJob } from "./close/jobs.ts";
import type { JobContext } from "./context.ts";
import { evidenceJob } from "./evidence/job.ts";
import type { Job } from "./queue/defineJob.ts";
import { checkJob, publishJob, shardJob, snapshotJob, stageJob, watchJob } from "./rewards/jobs.ts";
import { syncWeightsJob } from "./sync/job.ts";
import { transactionsJob } from "./transactions/job.ts";

/** Every job that the process runs. */
export const allJobs: readonly Job<JobContext>[] = [
  transactionsJob,
  aggregateJob,
  finalizeJob,
  expireJob,
  evidenceJob,
  challengeJob,
  alertsJob,
  syncWeightsJob,
  snapshotJob,
  shardJob,
  stageJob,
  publishJob,
  watchJob,
  checkJob,
];
