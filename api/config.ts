import { z } from "zod";
import { type Deployment, readDeployment } from "../lib/chain/deployment.ts";
import { parseEnvironment } from "../lib/config/parseEnvironment.ts";
import {
  addressesFile,
  logLevel,
  milliseconds,
  port,
  postgresUrl,
  rpcUrls,
} from "../lib/config/variables.ts";
import { readRegisteredOperations } from "./operations/readOperations.ts";
import { readApiKeys } from "./protection/apiKeys.ts";
import type { EdgeOptions } from "./server/edge.ts";

const corsOrigins = z
  .string()
  .default("*")
  .transform((value) => (value.trim() === "*" ? ("*" as const) : value.split(",").map((part) => part.trim())))
  .refine(
    (value) => value === "*" || value.every(isOrigin),
    "must be * or origins such as https://example.org",
  );

const count = (what: string) => z.coerce.number(`must be a number of ${what}`).int().min(1).max(1_000_000);

function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value;
}

export type ApiConfig = {
  readonly databaseUrl: string;
  readonly databaseReadUrl: string;
  readonly rpcUrls: readonly string[];
  readonly deployment: Deployment;
  readonly host: string;
  readonly port: number;
  readonly corsOrigins: "*" | readonly string[];
  readonly databasePoolSize: number;
  readonly statementTimeoutMs: number;
  readonly cacheBytes: number;
  readonly edge: EdgeOptions;
  readonly verifyWorkers: number;
  readonly logLevel: z.infer<typeof logLevel>;
};

/**
 * The process's configuration, from its environment (`.env.example` lists every variable).
 * @throws {ConfigError} naming every faulty variable at once, or the addresses file.
 */
export function readApiConfig(environment: NodeJS.ProcessEnv = process.env): ApiConfig {
  const values = parseEnvironment(
    {
      DATABASE_URL: postgresUrl,
      DATABASE_READ_URL: postgresUrl.optional(),
      RPC_URL: rpcUrls,
      NEKTAR_ADDRESSES: addressesFile,
      API_HOST: z.string().default("127.0.0.1"),
      API_PORT: port.default(4000),
      API_CORS_ORIGINS: corsOrigins,
      API_DATABASE_POOL: z.coerce
        .number("must be a number of connections")
        .int()
        .min(1)
        .max(1000)
        .default(10),
      API_STATEMENT_TIMEOUT_MS: milliseconds.default(5_000),
      API_CACHE_MB: z.coerce.number("must be a number of megabytes").min(0).max(100_000).default(64),
      API_SUBSCRIPTIONS: count("subscriptions").default(2_000),
      API_SUBSCRIPTIONS_PER_CLIENT: count("subscriptions").default(20),
      API_RATE_PER_SECOND: z.coerce.number("must be a number of requests").min(0).default(50),
      API_KEYS_FILE: z.string().optional(),
      API_TRUST_PROXY: z.coerce.number("must be a number of proxies").int().min(0).max(10).default(0),
      API_OPERATIONS_FILE: z.string().optional(),
      API_ONLY_REGISTERED: z.enum(["true", "false"]).default("false"),
      API_INTROSPECTION: z.enum(["true", "false"]).default("true"),
      API_MAX_LAG_BLOCKS: z.coerce.number("must be a number of blocks").int().min(1).default(100),
      API_EXPORT_ROWS: z.coerce
        .number("must be a number of rows")
        .int()
        .min(1)
        .max(100_000_000)
        .default(1_000_000),
      API_VERIFY_WORKERS: z.coerce.number("must be a number of threads").int().min(1).max(64).default(2),
      LOG_LEVEL: logLevel,
    },
    environment,
  );
  return {
    databaseUrl: values.DATABASE_URL,
    databaseReadUrl: values.DATABASE_READ_URL ?? values.DATABASE_URL,
    rpcUrls: values.RPC_URL,
    deployment: readDeployment(values.NEKTAR_ADDRESSES),
    host: values.API_HOST,
    port: values.API_PORT,
    corsOrigins: values.API_CORS_ORIGINS,
    databasePoolSize: values.API_DATABASE_POOL,
    statementTimeoutMs: values.API_STATEMENT_TIMEOUT_MS,
    cacheBytes: Math.floor(values.API_CACHE_MB * 1_000_000),
    edge: {
      operations: {
        registered: readRegisteredOperations(values.API_OPERATIONS_FILE),
        onlyRegistered: values.API_ONLY_REGISTERED === "true",
      },
      rate: values.API_RATE_PER_SECOND === 0 ? undefined : { perSecond: values.API_RATE_PER_SECOND },
      apiKeys: values.API_KEYS_FILE === undefined ? new Map() : readApiKeys(values.API_KEYS_FILE),
      trustedProxies: values.API_TRUST_PROXY,
      introspection: values.API_INTROSPECTION === "true",
      maxLagBlocks: values.API_MAX_LAG_BLOCKS,
      exportRows: values.API_EXPORT_ROWS,
      subscriptionLimits: {
        total: values.API_SUBSCRIPTIONS,
        perClient: values.API_SUBSCRIPTIONS_PER_CLIENT,
      },
    },
    verifyWorkers: values.API_VERIFY_WORKERS,
    logLevel: values.LOG_LEVEL,
  };
}
