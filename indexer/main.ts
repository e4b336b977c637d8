import { createPool } from "../lib/database/createDatabase.ts";
import { NektarError, RetryableError } from "../lib/errors/NektarError.ts";
import { createLogger, type Logger } from "../lib/logging/createLogger.ts";
import { type IndexerConfig, readIndexerConfig } from "./config.ts";
import { monitorInvariants } from "./invariants/monitor.ts";
import { startGateway } from "./rpc/gateway.ts";
import { gatewayUrls } from "./rpcUrls.ts";
import { createNodes, hashesOfBlock, verifyChain } from "./supervisor/chainNodes.ts";
import { bindToChain } from "./supervisor/chainRecord.ts";
import { waitForPort } from "./supervisor/freePort.ts";
import { startPonder } from "./supervisor/ponderChild.ts";
import { indexedSources, schemaNameOf } from "./supervisor/schemaName.ts";
import { createSentinel } from "./supervisor/sentinel.ts";
import { supervise, waitForDatabase } from "./supervisor/supervise.ts";

/** What a process manager may take as "start me again later" (`EX_TEMPFAIL`; Ponder uses it too). */
const retryLaterExitCode = 75;
const dropTimeoutMs = 600_000;

/** Checks everything that Ponder takes on trust, then runs it under supervision. Returns the exit code. */
async function run(config: IndexerConfig, logger: Logger, stop: AbortSignal): Promise<number> {
  const { deployment } = config;
  const nodes = createNodes(config.rpcUrls);
  const schema = schemaNameOf(indexedSources(), deployment);
  const pool = createPool({
    connectionString: config.databaseUrl,
    applicationName: "indexer_supervisor",
    max: 3,
    statementTimeoutMs: dropTimeoutMs,
  });
  try {
    if (!(await waitForDatabase(pool, logger, stop, 60_000))) {
      throw new RetryableError("DATABASE_URL did not answer within 60 s.");
    }
    await verifyChain(nodes, deployment, config.addressesPath, logger, stop);
    await bindToChain(pool, deployment, logger);
    logger.info({ schema, chainId: deployment.chainId, port: config.port }, "indexing");
    const sentinel = createSentinel({
      pool,
      schema,
      chainId: deployment.chainId,
      hashesOf: (block) => hashesOfBlock(nodes, block),
    });
    const gateway = await startGateway(config.rpcUrls, deployment, logger);
    const rpcUrls = gatewayUrls(gateway.url, config.rpcUrls);
    const start = async () => {
      await waitForPort(config.port, logger, stop);
      return startPonder(config, schema, rpcUrls);
    };
    const { watchMs, invariantsMs } = config;
    const ended = new AbortController();
    void monitorInvariants({
      ...{ pool, everyMs: invariantsMs, logger },
      stop: AbortSignal.any([stop, ended.signal]),
    });
    return await supervise({ pool, schema, watchMs, logger, sentinel, start, stop }).finally(() => {
      ended.abort();
      return gateway.close();
    });
  } finally {
    await pool.end();
  }
}

function stopSignal(logger: Logger): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      logger.info({ signal }, "stopping");
      controller.abort();
    });
  }
  return controller.signal;
}

async function main(): Promise<number> {
  let logger = createLogger("indexer");
  try {
    const config = readIndexerConfig();
    logger = createLogger("indexer", config.logLevel);
    return await run(config, logger, stopSignal(logger));
  } catch (error) {
    if ((error as Error).name === "AbortError") return 0; // asked to stop while it still waited for something
    if (!(error instanceof NektarError)) {
      logger.fatal({ err: error }, "the indexer failed");
      return 1;
    }
    logger.fatal({ code: error.code, ...error.details }, error.message);
    return error instanceof RetryableError ? retryLaterExitCode : 1;
  }
}

process.exitCode = await main();
