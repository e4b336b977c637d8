import type { AddressInfo } from "node:net";
import type { KyselyPlugin } from "kysely";
import { createDatabase, type Database } from "../../lib/database/createDatabase.ts";
import { createLogger, type Logger } from "../../lib/logging/createLogger.ts";
import { createApi } from "../createApi.ts";
import { testDeployment } from "./testDeployment.ts";

export type Answer = {
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly { message: string; path?: unknown; extensions?: Record<string, unknown> }[];
};

export type TestApi = {
  readonly url: string;
  readonly db: Database;
  /** SQL statements sent so far. */
  readonly statements: () => number;
  /** Sends an operation as a client does. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  close(): Promise<void>;
};

export type TestApiOptions = {
  readonly logger?: Logger;
  readonly corsOrigins?: "*" | readonly string[];
  readonly statementTimeoutMs?: number;
};

/** The whole API over real HTTP on a free port, on the database of a test. */
export async function startTestApi(databaseUrl: string, options: TestApiOptions = {}): Promise<TestApi> {
  let statements = 0;
  const counting: KyselyPlugin = {
    transformQuery({ node }) {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const database = createDatabase({
    connectionString: databaseUrl,
    applicationName: "api_test",
    statementTimeoutMs: options.statementTimeoutMs ?? 5_000,
  });
  const db = database.withPlugin(counting);
  const api = createApi({
    deployment: testDeployment,
    db,
    primaryDb: db,
    readHead: async () => ({ number: 562n, timestamp: 1_700_005_620n }),
    logger: options.logger ?? createLogger("api", "silent"),
    corsOrigins: options.corsOrigins ?? "*",
    verifyWorkers: 1,
    positionMaxAgeMs: 0,
  });
  await api.listen(0, "127.0.0.1");
  const url = `http://127.0.0.1:${(api.server.address() as AddressInfo).port}`;
  return {
    url,
    db: database,
    statements: () => statements,
    ask: (query, variables) => post(url, { query, variables }),
    async close() {
      await api.close();
      await database.destroy();
    },
  };
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
