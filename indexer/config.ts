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

const environment = {
  DATABASE_URL: postgresUrl,
  RPC_URL: rpcUrls,
  NEKTAR_ADDRESSES: addressesFile,
  INDEXER_PORT: port.default(42069),
  /** Where health and metrics are served; 0.0.0.0 in a container. */
  INDEXER_HOST: z.string().default("127.0.0.1"),
  /** How often Ponder asks for the newest block; it refuses less than 100. */
  INDEXER_POLLING_MS: milliseconds.min(100, "must be at least 100").default(500),
  /** How often the supervisor looks at Postgres and at the chain below finality. */
  INDEXER_WATCH_MS: milliseconds.default(3_000),
  /** How often the invariants of the rows are looked at. */
  INDEXER_INVARIANTS_MS: milliseconds.default(60_000),
  /** Blocks per `eth_getLogs` at most, for an endpoint that allows few; Ponder finds a size itself when this is empty. */
  INDEXER_LOGS_RANGE: z.coerce.number("must be a number of blocks").int().positive().optional(),
  LOG_LEVEL: logLevel,
};

export type IndexerConfig = {
  readonly databaseUrl: string;
  readonly rpcUrls: readonly string[];
  readonly addressesPath: string;
  readonly deployment: Deployment;
  readonly port: number;
  readonly host: string;
  readonly pollingMs: number;
  readonly watchMs: number;
  readonly invariantsMs: number;
  readonly logsRange: number | undefined;
  readonly logLevel: string;
};

/**
 * The indexer's whole configuration, parsed once at the start of each of its two processes.
 *
 * @throws {ConfigError} naming every faulty variable, or the fault of the addresses file.
 */
export function readIndexerConfig(env: NodeJS.ProcessEnv = process.env): IndexerConfig {
  const parsed = parseEnvironment(environment, env);
  return {
    databaseUrl: parsed.DATABASE_URL,
    rpcUrls: parsed.RPC_URL,
    addressesPath: parsed.NEKTAR_ADDRESSES,
    deployment: readDeployment(parsed.NEKTAR_ADDRESSES),
    port: parsed.INDEXER_PORT,
    host: parsed.INDEXER_HOST,
    pollingMs: parsed.INDEXER_POLLING_MS,
    watchMs: parsed.INDEXER_WATCH_MS,
    invariantsMs: parsed.INDEXER_INVARIANTS_MS,
    logsRange: parsed.INDEXER_LOGS_RANGE,
    logLevel: parsed.LOG_LEVEL,
  };
}
