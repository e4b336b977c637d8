import type { Server } from "node:http";
import { readProgress } from "../lib/database/checkpoint.ts";
import { NektarError } from "../lib/errors/NektarError.ts";
import { closeServer, type Readiness, serveStatus } from "../lib/http/serveStatus.ts";
import { createLogger, type Logger } from "../lib/logging/createLogger.ts";
import { allJobs } from "./allJobs.ts";
import { type JobsConfig, readJobsConfig } from "./config.ts";
import type { JobContext } from "./context.ts";
import { createMetrics, type JobsMetrics } from "./metrics.ts";
import { closeContext, openContext, prepare } from "./openContext.ts";
import type { QueueEngine } from "./queue/openQueue.ts";
import { type RunningJobs, startJobs } from "./queue/startJobs.ts";

/** Running jobs get this long to end; whatever is cut off is taken up again at the next start. */
const graceMs = 6_000;
const exitAfterMs = 9_000;

async function run(config: JobsConfig, logger: Logger, stop: AbortSignal): Promise<void> {
  const context = openContext(config, logger);
  const metrics = createMetrics(context);
  let running: RunningJobs | undefined;
  const server = await serve(config, context, metrics, () => running !== undefined);
  try {
    await prepare(context, stop);
    const engine = engineOf(config);
    running = await startJobs({ engine, jobs: allJobs, context, logger, onRun: metrics.onRun });
    logger.info(
      { queue: engine.kind, sender: context.sender.account.address, port: config.port },
      "jobs run",
    );
    await aborted(stop);
  } finally {
    await running?.stop(graceMs);
    await closeServer(server);
    await closeContext(context);
  }
}

function serve(
  { host, port }: JobsConfig,
  context: JobContext,
  { registry }: JobsMetrics,
  isRunning: () => boolean,
): Promise<Server> {
  const ready = async (): Promise<Readiness> => {
    if (!isRunning()) return { ready: false, reason: "waiting for the database, the chain or the indexer" };
    await readProgress(context.db);
    return { ready: true };
  };
  return serveStatus({ host, port, portSetting: "JOBS_PORT", metrics: registry, ready });
}

function engineOf({ databaseUrl, redisUrl }: JobsConfig): QueueEngine {
  return redisUrl === undefined
    ? { kind: "postgres", url: databaseUrl, namespace: "bullmq" }
    : { kind: "redis", url: redisUrl, namespace: "nektar" };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

function stopSignal(logger: Logger): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      logger.info({ signal }, "stopping");
      controller.abort();
      setTimeout(() => process.exit(1), exitAfterMs).unref();
    });
  }
  return controller.signal;
}

async function main(): Promise<number> {
  let logger = createLogger("jobs");
  try {
    const config = readJobsConfig();
    logger = createLogger("jobs", config.logLevel);
    await run(config, logger, stopSignal(logger));
    return 0;
  } catch (error) {
    if ((error as Error).name === "AbortError") return 0; // asked to stop while it still waited for something
    if (error instanceof NektarError) logger.fatal({ code: error.code, ...error.details }, error.message);
    else logger.fatal({ err: error }, "the jobs failed");
    return 1;
  }
}

process.exitCode = await main();
