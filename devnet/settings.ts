import { join, resolve } from "node:path";
import { z } from "zod";
import { parseEnvironment } from "../lib/config/parseEnvironment.ts";
import { logLevel, milliseconds, port, postgresUrl, redisUrl, rpcUrls } from "../lib/config/variables.ts";

const seconds = z.coerce.number("must be a number of seconds").positive();

const environment = {
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_READ_URL: postgresUrl.optional(),
  REDIS_URL: redisUrl.optional(),
  RPC_URL: rpcUrls.optional(),
  NEKTAR_ADDRESSES: z.string().optional(),
  NEKTAR_DATA_DIR: z.string().default(".nektar"),
  API_PORT: port.default(4000),
  INDEXER_PORT: port.default(42069),
  JOBS_PORT: port.default(4001),
  CHAIN_PORT: port.default(8545),
  POSTGRES_PORT: port.default(54329),
  OPERATOR_PORT: port.max(65533, "must leave room for two more ports above it").default(4011),
  CHAIN_BLOCK_TIME_SECONDS: seconds.int().default(1),
  TASK_INTERVAL_SECONDS: seconds.default(10),
  INDEXER_POLLING_MS: milliseconds.optional(),
  LOG_LEVEL: logLevel,
};

export type Settings = {
  /** Null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  readonly databaseReadUrl: string | null;
  /** Null: the queue runs on the database. */
  readonly redisUrl: string | null;
  /** Null: the embedded chain. Several endpoints of one chain, the first is used for seeding. */
  readonly rpcUrls: readonly string[] | null;
  readonly addressesFile: string;
  readonly dataDirectory: string;
  readonly ports: {
    readonly api: number;
    readonly indexer: number;
    readonly jobs: number;
    readonly chain: number;
    readonly postgres: number;
    /** Of the first operator; the others have the next ones. */
    readonly operator: number;
  };
  readonly blockTimeSeconds: number;
  readonly taskIntervalSeconds: number;
  readonly indexerPollingMs: number | null;
  readonly logLevel: string;
  /** Whether operators that equivocate and that are silent take part. */
  readonly faulty: boolean;
};

/**
 * What `npm start` is told by its environment; paths come out absolute.
 *
 * @throws {ConfigError} naming every faulty variable.
 */
export function readSettings(
  env: NodeJS.ProcessEnv = process.env,
  { faulty }: { readonly faulty: boolean } = { faulty: false },
): Settings {
  const parsed = parseEnvironment(environment, env);
  const dataDirectory = resolve(parsed.NEKTAR_DATA_DIR);
  return {
    databaseUrl: parsed.DATABASE_URL ?? null,
    databaseReadUrl: parsed.DATABASE_READ_URL ?? null,
    redisUrl: parsed.REDIS_URL ?? null,
    rpcUrls: parsed.RPC_URL ?? null,
    addressesFile: resolve(parsed.NEKTAR_ADDRESSES ?? join(dataDirectory, "addresses.json")),
    dataDirectory,
    faulty,
    ports: {
      api: parsed.API_PORT,
      indexer: parsed.INDEXER_PORT,
      jobs: parsed.JOBS_PORT,
      chain: parsed.CHAIN_PORT,
      postgres: parsed.POSTGRES_PORT,
      operator: parsed.OPERATOR_PORT,
    },
    blockTimeSeconds: parsed.CHAIN_BLOCK_TIME_SECONDS,
    taskIntervalSeconds: parsed.TASK_INTERVAL_SECONDS,
    indexerPollingMs: parsed.INDEXER_POLLING_MS ?? null,
    logLevel: parsed.LOG_LEVEL,
  };
}
