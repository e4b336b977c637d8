import type { AddressInfo } from "node:net";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { createDatabase, createPool, type Database, databaseOn } from "../../lib/database/createDatabase.ts";
import { createLogger, type Logger } from "../../lib/logging/createLogger.ts";
import { ChangeWatcher } from "../changes/ChangeWatcher.ts";
import { createApi } from "../createApi.ts";
import type { HeaderReader } from "../meta/headerReader.ts";
import type { BlockPosition } from "../meta/queries.ts";
import { type EdgeOptions, openEdge } from "../server/edge.ts";
import { fillDatabase } from "./fillDatabase.ts";
import { testDeployment } from "./testDeployment.ts";

export type Answer = {
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly { message: string; path?: unknown; extensions?: Record<string, unknown> }[];
};

export type TestApi = {
  readonly url: string;
  readonly databaseUrl: string;
  /** The database, by connections of the test's own. */
  readonly db: Database;
  /** SQL statements that the api sent so far. */
  readonly statements: () => number;
  /** Sends an operation as a client does. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** Sends an operation that must succeed, and returns the value of its one root field. */
  read<Value>(query: string, variables?: Record<string, unknown>): Promise<Value>;
  close(): Promise<void>;
};

export type TestApiOptions = {
  /** The small world's unless given. */
  readonly deployment?: Deployment;
  /** Read from in place of the database that is written to, as `DATABASE_READ_URL` has it. */
  readonly readUrl?: string;
  readonly logger?: Logger;
  readonly corsOrigins?: "*" | readonly string[];
  readonly statementTimeoutMs?: number;
  /** The chain's newest block; two blocks above the indexed one unless given. */
  readonly head?: () => BlockPosition | null;
  readonly readHeader?: HeaderReader;
  readonly edge?: Partial<EdgeOptions>;
  /** 0: every request looks how far the indexer is. */
  readonly stateMaxAgeMs?: number;
  /** None unless given: a test that changes rows as no process of ours does would be told the old ones. */
  readonly cacheBytes?: number;
};

/** The whole API over real HTTP on a free port, on the database of a test. */
export async function startTestApi(databaseUrl: string, options: TestApiOptions = {}): Promise<TestApi> {
  let statements = 0;
  const poolOn = (connectionString: string) =>
    createPool({
      connectionString,
      applicationName: "api_test",
      statementTimeoutMs: options.statementTimeoutMs ?? 5_000,
    });
  const { readUrl = databaseUrl } = options;
  const pool = poolOn(readUrl);
  const primaryPool = readUrl === databaseUrl ? pool : poolOn(databaseUrl);
  pool.on("connect", (client) => {
    const { query } = client;
    client.query = ((...parameters: Parameters<typeof query>) => {
      statements += 1;
      return query.apply(client, parameters);
    }) as typeof query;
  });
  const db = databaseOn(pool);
  const primaryDb = primaryPool === pool ? db : databaseOn(primaryPool);
  const database = createDatabase({ connectionString: databaseUrl, applicationName: "test" });
  const logger = options.logger ?? createLogger("api", "silent");
  const deployment = options.deployment ?? testDeployment;
  const changes = new ChangeWatcher({
    connectionString: readUrl,
    listen: readUrl === databaseUrl,
    chainId: deployment.chainId,
    maxAgeMs: options.stateMaxAgeMs ?? 0,
    logger,
  });
  const api = createApi({
    deployment,
    db,
    pool,
    primaryDb,
    primaryPool,
    readHead: async () =>
      options.head === undefined ? { number: 562n, timestamp: 1_700_005_620n } : options.head(),
    readSafe: async () => ({ number: 555n, timestamp: 1_700_005_550n }),
    logger,
    corsOrigins: options.corsOrigins ?? "*",
    verifyWorkers: 1,
    readHeader: options.readHeader ?? (() => Promise.reject(new Error("There is no node."))),
    edge: { ...openEdge, ...options.edge },
    changes,
    cacheBytes: options.cacheBytes ?? 0,
  });
  await api.listen(0, "127.0.0.1");
  const url = `http://127.0.0.1:${(api.server.address() as AddressInfo).port}`;
  const ask = (query: string, variables?: Record<string, unknown>) => post(url, { query, variables });
  return {
    url,
    databaseUrl,
    db: database,
    statements: () => statements,
    ask,
    async read<Value>(query: string, variables?: Record<string, unknown>) {
      const { data, errors } = await ask(query, variables);
      const [value] = Object.values(data ?? {});
      if (errors.length > 0 || value === undefined) throw new Error(JSON.stringify(errors));
      return value as Value;
    },
    async close() {
      await api.close();
      await changes.close();
      await Promise.all([...new Set([db, primaryDb, database])].map((one) => one.destroy()));
    },
  };
}

/** `startTestApi` on an empty database that is filled with the small world first. */
export async function startFilledApi(databaseUrl: string, options?: TestApiOptions): Promise<TestApi> {
  const db = createDatabase({ connectionString: databaseUrl, applicationName: "api_test" });
  await fillDatabase(db).finally(() => db.destroy());
  return startTestApi(databaseUrl, options);
}

async function post(url: string, body: unknown): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const { data, errors = [] } = (await response.json()) as {
    data?: Answer["data"];
    errors?: Answer["errors"];
  };
  return { data, errors };
}
