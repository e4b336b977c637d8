import { setTimeout as sleep } from "node:timers/promises";
import { createDatabase, createPool, type Database, databaseOn } from "../lib/database/createDatabase.ts";
import { migrate } from "../lib/database/migrate.ts";
import { NektarError, RetryableError } from "../lib/errors/NektarError.ts";
import { createLogger, type Logger } from "../lib/logging/createLogger.ts";
import { ChangeWatcher } from "./changes/ChangeWatcher.ts";
import { type ApiConfig, readApiConfig } from "./config.ts";
import { createApi } from "./createApi.ts";
import { createHeaderReader } from "./meta/headerReader.ts";
import { createBlockReader } from "./meta/headReader.ts";
import { verifyDeployment } from "./meta/verifyDeployment.ts";

/** What a process manager may take as "start me again later" (`EX_TEMPFAIL`). */
const retryLaterExitCode = 75;
const databaseWaitMs = 60_000;
/** A little above the time between two looks at the data's version. */
const stateMaxAgeMs = 300;
/** Each keeps the statements that it has prepared: a new one forgets those that nobody sends any more. */
const maxLifetimeSeconds = 600;

async function run(config: ApiConfig, logger: Logger, stop: AbortSignal): Promise<void> {
  const { databasePoolSize: max, statementTimeoutMs } = config;
  const poolOf = (connectionString: string, applicationName: string) =>
    createPool({ connectionString, applicationName, max, statementTimeoutMs, maxLifetimeSeconds });
  const primaryPool = poolOf(config.databaseUrl, "nektar_api");
  const pool =
    config.databaseReadUrl === config.databaseUrl
      ? primaryPool
      : poolOf(config.databaseReadUrl, "nektar_api_read");
  const primaryDb = databaseOn(primaryPool);
  const db = pool === primaryPool ? primaryDb : databaseOn(pool);
  const changes = new ChangeWatcher({
    connectionString: config.databaseReadUrl,
    listen: config.databaseReadUrl === config.databaseUrl,
    chainId: config.deployment.chainId,
    maxAgeMs: stateMaxAgeMs,
    logger,
  });
  try {
    await verifyDeployment(config.rpcUrls, config.deployment, logger);
    await migrateWhenReachable(config, logger, stop);
    const api = createApi({
      deployment: config.deployment,
      db,
      pool,
      primaryDb,
      primaryPool,
      readHead: createBlockReader(config.rpcUrls, "latest"),
      readSafe: createBlockReader(config.rpcUrls, "safe"),
      logger,
      corsOrigins: config.corsOrigins,
      verifyWorkers: config.verifyWorkers,
      readHeader: createHeaderReader(config.rpcUrls),
      edge: config.edge,
      changes,
      cacheBytes: config.cacheBytes,
    });
    try {
      await api.listen(config.port, config.host);
      logger.info({ port: config.port, chainId: config.deployment.chainId }, "serving GraphQL at /graphql");
      await aborted(stop);
    } finally {
      await api.close();
    }
  } finally {
    await changes.close();
    await Promise.all([...new Set([db, primaryDb])].map((database) => database.destroy()));
  }
}

/** Migrations may run longer than a request may, so they have connections of their own. */
async function migrateWhenReachable(config: ApiConfig, logger: Logger, stop: AbortSignal): Promise<void> {
  const database: Database = createDatabase({
    connectionString: config.databaseUrl,
    applicationName: "nektar_api_migrate",
    max: 2,
    statementTimeoutMs: 600_000,
  });
  try {
    for (const deadline = Date.now() + databaseWaitMs; ; await sleep(1_000, undefined, { signal: stop })) {
      try {
        const applied = await migrate(database);
        if (applied.length > 0) logger.info({ applied }, "database schema brought up to date");
        return;
      } catch (cause) {
        if (Date.now() > deadline)
          throw new RetryableError(
            "The database of DATABASE_URL cannot be brought up to date.",
            {},
            { cause },
          );
        logger.warn({ err: cause }, "the database is not ready; trying again");
      }
    }
  } finally {
    await database.destroy();
  }
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((done) => {
    if (signal.aborted) done();
    else signal.addEventListener("abort", () => done(), { once: true });
  });

function stopSignal(logger: Logger): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      logger.info({ signal }, "stopping");
      controller.abort();
    });
  }
  // A supervisor that died cannot send a signal; without it nobody would ever stop this process.
  if (process.connected)
    process.once("disconnect", () => {
      logger.info("the parent is gone: stopping");
      controller.abort();
    });
  return controller.signal;
}

async function main(): Promise<number> {
  let logger = createLogger("api");
  try {
    const config = readApiConfig();
    logger = createLogger("api", config.logLevel);
    await run(config, logger, stopSignal(logger));
    return 0;
  } catch (error) {
    if ((error as Error).name === "AbortError") return 0; // asked to stop while it still waited for the database
    if (!(error instanceof NektarError)) {
      logger.fatal({ err: error }, "the api failed");
      return 1;
    }
    logger.fatal({ code: error.code, ...error.details }, error.message);
    return error instanceof RetryableError ? retryLaterExitCode : 1;
  }
}

process.exitCode = await main();
