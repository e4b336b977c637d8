import { setTimeout as sleep } from "node:timers/promises";
import { BaseError } from "viem";
import { isMissingTable } from "../../lib/database/checkpoint.ts";
import { NektarError, RetryableError } from "../../lib/errors/NektarError.ts";
import type { Logger } from "../../lib/logging/createLogger.ts";
import type { Job } from "./defineJob.ts";
import { openQueue, openWorker, type QueueEngine, type WakeUpQueue } from "./openQueue.ts";

export type JobsOptions<Context> = {
  readonly engine: QueueEngine;
  readonly jobs: readonly Job<Context>[];
  readonly context: Context;
  readonly logger: Logger;
  /** Called after each run, for metrics. */
  readonly onRun?: (job: string, outcome: "done" | "failed", seconds: number) => void;
};

export type RunningJobs = {
  /** Stops looking for work, waits for what runs (at most `graceMs`), and lets go of the queue. */
  stop(graceMs: number): Promise<void>;
};

/** Starts a worker and a reconciler for each job. The reconciler finds unfinished work at once, and again and again. */
export async function startJobs<Context>(options: JobsOptions<Context>): Promise<RunningJobs> {
  const stopping = new AbortController();
  const started = await Promise.all(options.jobs.map((job) => startJob(options, job, stopping.signal)));
  return {
    stop: async (graceMs) => {
      stopping.abort();
      await Promise.all(started.map(({ reconciler }) => reconciler));
      await Promise.all(started.map(({ worker }) => worker.close(graceMs)));
      await Promise.all(started.map(({ queue }) => queue.close()));
    },
  };
}

async function startJob<Context>(options: JobsOptions<Context>, job: Job<Context>, stop: AbortSignal) {
  const { engine, logger } = options;
  const queue = await openQueue(engine, job.name, logger);
  const worker = await openWorker(engine, job, (payload) => runOnce(options, job, queue, payload), logger);
  const reconciler = reconcile(options, job, queue, stop);
  return { queue, worker, reconciler };
}

async function runOnce<Context>(
  options: JobsOptions<Context>,
  job: Job<Context>,
  queue: WakeUpQueue,
  payload: unknown,
): Promise<void> {
  const startedAt = performance.now();
  const report = (outcome: "done" | "failed") =>
    options.onRun?.(job.name, outcome, (performance.now() - startedAt) / 1_000);
  try {
    await queue.add(await job.run(options.context, payload));
    report("done");
  } catch (error) {
    report("failed");
    logFailure(options.logger, error, { job: job.name, payload });
    throw error;
  }
}

/** Postgres knows what is to be done; the queue is only told. Nothing that goes wrong here ends the process. */
async function reconcile<Context>(
  options: JobsOptions<Context>,
  job: Job<Context>,
  queue: WakeUpQueue,
  stop: AbortSignal,
): Promise<void> {
  while (!stop.aborted) {
    try {
      await queue.add(await job.unfinished(options.context));
    } catch (error) {
      logFailure(options.logger, error, { job: job.name, step: "looking for unfinished work" });
    }
    await sleep(job.everyMs, undefined, { signal: stop }).catch(() => {});
  }
}

/**
 * A fault that only needs time is worth a line for those who look for it; every other one is for a person. Errors of viem
 * are logged by their short message: the long one holds the endpoint, and with it perhaps a key.
 */
function logFailure(logger: Logger, error: unknown, facts: Record<string, unknown>): void {
  if (isMissingTable(error)) {
    logger.debug(facts, "the indexer's views are not there");
  } else if (error instanceof NektarError) {
    const level = error instanceof RetryableError ? "debug" : "error";
    logger[level]({ ...facts, ...error.details, code: error.code, reason: error.message }, "a job failed");
  } else if (error instanceof BaseError) {
    logger.warn({ ...facts, reason: error.shortMessage }, "a job failed");
  } else {
    logger.error({ ...facts, err: error }, "a job failed");
  }
}
