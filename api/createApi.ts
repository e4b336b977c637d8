import type { Server } from "node:http";
import { createSchema } from "graphql-yoga";
import type pg from "pg";
import type { Deployment } from "../lib/chain/deployment.ts";
import type { Database } from "../lib/database/createDatabase.ts";
import { ConfigError } from "../lib/errors/NektarError.ts";
import { closeServer } from "../lib/http/serveStatus.ts";
import type { Logger } from "../lib/logging/createLogger.ts";
import type { Context } from "./context.ts";
import type { SubmitResponseInput } from "./generated/schema.ts";
import type { BlockReader } from "./meta/headReader.ts";
import { readInvariants } from "./meta/invariants.ts";
import { createPositionReader } from "./meta/positionReader.ts";
import { Executor } from "./plan/Executor.ts";
import { createStatements } from "./plan/statements.ts";
import { createPlans } from "./plans.ts";
import { resolvers } from "./resolvers.ts";
import { submitResponse } from "./responses/submitResponse.ts";
import { VerifierPool } from "./responses/verification/VerifierPool.ts";
import { createRewardTrees } from "./rewards/rewardTrees.ts";
import { schemaText } from "./schemaText.ts";
import { createHttpServer } from "./server/createHttpServer.ts";
import { createYogaServer } from "./server/createYogaServer.ts";
import { KnownDocuments } from "./server/KnownDocuments.ts";
import { createLane } from "./server/lane.ts";
import { createMetrics } from "./server/metrics.ts";

export type ApiOptions = {
  readonly deployment: Deployment;
  readonly db: Database;
  /** That `db` has its connections from. */
  readonly pool: pg.Pool;
  readonly primaryDb: Database;
  readonly primaryPool: pg.Pool;
  readonly readHead: BlockReader;
  readonly readSafe: BlockReader;
  readonly logger: Logger;
  readonly corsOrigins: "*" | readonly string[];
  readonly verifyWorkers: number;
  /** How long the indexer's position is kept; at most that far an answer's block lags behind its data. */
  readonly positionMaxAgeMs: number;
};

export type Api = {
  readonly server: Server;
  /** @throws {ConfigError} when the port is taken or may not be used. */
  listen(port: number, host: string): Promise<void>;
  /** Lets running requests end for two seconds, then ends the rest. */
  close(): Promise<void>;
};

/** Puts the process together; it owns its threads and its server, the databases are the caller's. */
export function createApi(options: ApiOptions): Api {
  const { deployment, db, primaryDb, readHead, readSafe, logger, corsOrigins } = options;
  const verifier = new VerifierPool({ workers: options.verifyWorkers });
  const services = {
    deployment,
    db,
    primaryDb,
    readHead,
    readSafe,
    verifier,
    rewardTrees: createRewardTrees(db),
  };
  const schema = createSchema<Context>({ typeDefs: schemaText, resolvers });
  const statements = createStatements(options.pool);
  const primaryStatements = createStatements(options.primaryPool);
  const executor = new Executor({
    schema,
    plans: createPlans(deployment.epoch),
    statements,
    primaryStatements,
    calls: {
      submitResponse: ({ input }, { context }) => submitResponse(context, input as SubmitResponseInput),
    },
    schedule: deployment.epoch,
    readSafe,
  });
  const documents = new KnownDocuments();
  const yoga = createYogaServer({ services, schema, executor, documents, logger, corsOrigins });
  const server = createHttpServer({
    graphql: (request, response, context) => yoga(request, response, context),
    lane: createLane({ services, schema, executor, documents, corsOrigins }),
    readPosition: createPositionReader(db, deployment.chainId, options.positionMaxAgeMs),
    metrics: createMetrics(() => readInvariants(db)),
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
      await closeServer(server);
      await Promise.all([verifier.close(), statements.close(), primaryStatements.close()]);
    },
  };
}

function portError(port: number, cause: NodeJS.ErrnoException): ConfigError {
  const what = cause.code === "EADDRINUSE" ? "is taken" : `cannot be used (${cause.code ?? cause.message})`;
  return new ConfigError(`Port ${port} ${what}. Choose another by API_PORT.`, { port }, { cause });
}
