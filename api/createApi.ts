import type { Server } from "node:http";
import { createSchema } from "graphql-yoga";
import type pg from "pg";
import type { Deployment } from "../lib/chain/deployment.ts";
import type { Database } from "../lib/database/createDatabase.ts";
import { ConfigError } from "../lib/errors/NektarError.ts";
import { closeServer } from "../lib/http/serveStatus.ts";
import type { Logger } from "../lib/logging/createLogger.ts";
import { readBundle } from "../lib/rewards/readBundle.ts";
import { ResponseCache } from "./cache/ResponseCache.ts";
import type { ChangeWatcher } from "./changes/ChangeWatcher.ts";
import type { Context } from "./context.ts";
import { createExports } from "./export/createExports.ts";
import { documentReader } from "./export/documentReader.ts";
import type { SubmitResponseInput } from "./generated/schema.ts";
import type { HeaderReader } from "./meta/headerReader.ts";
import type { BlockReader } from "./meta/headReader.ts";
import { readInvariants } from "./meta/invariants.ts";
import { Moments } from "./plan/asOf.ts";
import { Executor } from "./plan/Executor.ts";
import { createStatements } from "./plan/statements.ts";
import { createPlans } from "./plans.ts";
import { createAdmission } from "./protection/admit.ts";
import { resolvers } from "./resolvers.ts";
import { ResponseStore } from "./responses/ResponseStore.ts";
import { submitResponse } from "./responses/submitResponse.ts";
import { VerifierPool } from "./responses/verification/VerifierPool.ts";
import { createRewardTrees } from "./rewards/rewardTrees.ts";
import { createStatusReader } from "./rewards/statusReader.ts";
import { schemaText } from "./schemaText.ts";
import { createHttpServer } from "./server/createHttpServer.ts";
import { createYogaServer } from "./server/createYogaServer.ts";
import type { EdgeOptions } from "./server/edge.ts";
import { KnownDocuments } from "./server/KnownDocuments.ts";
import { createLane } from "./server/lane.ts";
import { createErrorMask } from "./server/maskError.ts";
import { createMetrics } from "./server/metrics.ts";
import { readEvidence } from "./slashing/sendEvidence.ts";
import { SubscriptionHub } from "./subscriptions/SubscriptionHub.ts";

export type ApiOptions = {
  readonly deployment: Deployment;
  readonly db: Database;
  /** That `db` has its connections from. */
  readonly pool: pg.Pool;
  readonly primaryDb: Database;
  readonly primaryPool: pg.Pool;
  readonly readHead: BlockReader;
  readonly readSafe: BlockReader;
  readonly readHeader: HeaderReader;
  readonly logger: Logger;
  readonly corsOrigins: "*" | readonly string[];
  readonly verifyWorkers: number;
  readonly edge: EdgeOptions;
  /** Memory for answers that have not changed; 0 keeps none. */
  readonly cacheBytes: number;
  /** Watches the database that `db` reads from. */
  readonly changes: ChangeWatcher;
};

export type Api = {
  readonly server: Server;
  /** @throws {ConfigError} when the port is taken or may not be used. */
  listen(port: number, host: string): Promise<void>;
  /** Lets running requests end for two seconds, then ends the rest. */
  close(): Promise<void>;
};

/** Puts the process together; it owns its threads and its server; the databases and the watcher are the caller's. */
export function createApi(options: ApiOptions): Api {
  const { deployment, db, primaryDb, readHead, readSafe, logger, corsOrigins, changes, edge } = options;
  const verifier = new VerifierPool({ workers: options.verifyWorkers });
  const schema = createSchema<Context>({ typeDefs: schemaText, resolvers });
  const statements = createStatements(options.pool);
  const primaryStatements = createStatements(options.primaryPool);
  const cache = new ResponseCache({ changes, maxBytes: options.cacheBytes });
  const executor = new Executor({
    schema,
    plans: createPlans(deployment.epoch),
    statements,
    primaryStatements,
    calls: {
      submitResponse: ({ input }, context) => submitResponse(context, input as SubmitResponseInput),
    },
    moments: new Moments({
      schedule: deployment.epoch,
      startBlock: BigInt(deployment.startBlock),
      readHeader: options.readHeader,
    }),
    readSafe,
    cache: options.cacheBytes === 0 ? undefined : cache,
  });
  const subscriptions = new SubscriptionHub({
    ...{ changes, db, logger },
    readHeader: options.readHeader,
    readStatuses: createStatusReader(executor),
    limits: edge.subscriptionLimits,
  });
  const services = {
    deployment,
    db,
    responses: new ResponseStore(db, primaryDb, changes),
    readHead,
    readSafe,
    verifier,
    rewardTrees: createRewardTrees(db),
    subscriptions,
  };
  const documents = new KnownDocuments();
  const yoga = createYogaServer({
    ...{ services, schema, executor, documents, logger, corsOrigins },
    introspection: edge.introspection,
    operations: edge.operations,
  });
  const admit = createAdmission(edge);
  const exports = createExports({
    ...{ services, schema, executor, admit, maskError: createErrorMask(logger) },
    readDocument: documentReader(yoga, schema, edge.operations),
    mostRows: edge.exportRows,
  });
  const server = createHttpServer({
    admit,
    exports,
    corsOrigins,
    lag: async ({ indexed }) => {
      const head = await readHead();
      return head === null ? undefined : Math.max(0, Number(head.number - indexed.number));
    },
    maxLagBlocks: edge.maxLagBlocks,
    graphql: (request, response, context) => yoga(request, response, context),
    lane: createLane({ services, schema, executor, documents, corsOrigins }),
    readPosition: () => {
      const state = changes.peek();
      return state === undefined ? changes.current().then(({ position }) => position) : state.position;
    },
    readBundle: (epoch) => readBundle(db, epoch),
    readEvidence: (evidenceHash) => readEvidence(db, evidenceHash),
    isSettled: async () => (await changes.current()).indexerSettled,
    metrics: createMetrics(
      () => readInvariants(db),
      () => subscriptions.sizes,
      { response: cache.counts, plan: executor.planCounts },
    ),
    logger,
  });
  return {
    server,
    listen: (port, host) =>
      new Promise((done, fail) => {
        server.once("error", (cause: NodeJS.ErrnoException) => fail(portError(port, cause)));
        server.listen(port, host, done);
      }),
    async close() {
      subscriptions.close();
      await closeServer(server);
      await Promise.all([verifier.close(), statements.close(), primaryStatements.close()]);
    },
  };
}

function portError(port: number, cause: NodeJS.ErrnoException): ConfigError {
  const what = cause.code === "EADDRINUSE" ? "is taken" : `cannot be used (${cause.code ?? cause.message})`;
  return new ConfigError(`Port ${port} ${what}. Choose another by API_PORT.`, { port }, { cause });
}
