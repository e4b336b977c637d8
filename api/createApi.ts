import type { Server } from "node:http";
import type { Deployment } from "../lib/chain/deployment.ts";
import type { Database } from "../lib/database/createDatabase.ts";
import { ConfigError } from "../lib/errors/NektarError.ts";
import { closeServer } from "../lib/http/serveStatus.ts";
import type { Logger } from "../lib/logging/createLogger.ts";
import { ResponseCache } from "./cache/ResponseCache.ts";
import type { ChangeWatcher } from "./changes/ChangeWatcher.ts";
import type { HeaderReader } from "./meta/headerReader.ts";
import type { BlockReader } from "./meta/headReader.ts";
import { readInvariants } from "./meta/invariants.ts";
import { createAdmission } from "./protection/admit.ts";
import { VerifierPool } from "./responses/verification/VerifierPool.ts";
import { createRewardTrees } from "./rewards/rewardTrees.ts";
import { createHttpServer } from "./server/createHttpServer.ts";
import { createYogaServer } from "./server/createYogaServer.ts";
import type { EdgeOptions } from "./server/edge.ts";
import { createMetrics } from "./server/metrics.ts";
import { SubscriptionHub } from "./subscriptions/SubscriptionHub.ts";

export type ApiOptions = {
  readonly deployment: Deployment;
  readonly db: Database;
  readonly primaryDb: Database;
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
  const subscriptions = new SubscriptionHub({
    ...{ changes, db, deployment, logger },
    readHeader: options.readHeader,
    limits: edge.subscriptionLimits,
  });
  const services = {
    deployment,
    db,
    primaryDb,
    readHead,
    readSafe,
    verifier,
    rewardTrees: createRewardTrees(db),
    changes,
    subscriptions,
    cache: new ResponseCache({ changes, maxBytes: options.cacheBytes }),
  };
  const yoga = createYogaServer({ services, logger, corsOrigins, introspection: edge.introspection });
  const server = createHttpServer({
    admit: createAdmission(edge),
    corsOrigins,
    lag: async ({ indexed }) => {
      const head = await readHead();
      return head === null ? undefined : Math.max(0, Number(head.number - indexed.number));
    },
    maxLagBlocks: edge.maxLagBlocks,
    graphql: (request, response, context) => yoga(request, response, context),
    readPosition: async () => (await changes.current()).position,
    isSettled: async () => (await changes.current()).indexerSettled,
    metrics: createMetrics(
      () => readInvariants(db),
      () => subscriptions.sizes,
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
      await verifier.close();
    },
  };
}

function portError(port: number, cause: NodeJS.ErrnoException): ConfigError {
  const what = cause.code === "EADDRINUSE" ? "is taken" : `cannot be used (${cause.code ?? cause.message})`;
  return new ConfigError(`Port ${port} ${what}. Choose another by API_PORT.`, { port }, { cause });
}
