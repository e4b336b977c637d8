import { z } from "zod";
import { type Deployment, readDeployment } from "../lib/chain/deployment.ts";
import { parseEnvironment } from "../lib/config/parseEnvironment.ts";
import {
  addressesFile,
  amount,
  flag,
  logLevel,
  milliseconds,
  port,
  postgresUrl,
  privateKey,
  redisUrl,
  rpcUrls,
} from "../lib/config/variables.ts";
import type { ModuleSetting } from "../lib/modules/createModules.ts";
import { moduleSettings } from "../lib/modules/moduleSetting.ts";
import type { AlertSettings } from "./alerts/Endpoint.ts";
import { alertEnvironment, alertSettings } from "./alerts/settings.ts";
import type { BondLimits } from "./challenge/context.ts";
import type { SyncSettings } from "./context.ts";

/** What the command line needs too. */
export const chainEnvironment = {
  DATABASE_URL: postgresUrl,
  RPC_URL: rpcUrls,
  NEKTAR_ADDRESSES: addressesFile,
};

export const senderEnvironment = {
  JOBS_PRIVATE_KEY: privateKey,
  /** Blocks on top of a final one; not less than the indexer's finality. */
  JOBS_FINALITY_DEPTH: z.coerce.number("must be a number of blocks").int().positive().default(30),
  /** A transaction that waits longer is replaced by one with a higher fee. */
  JOBS_REPLACE_AFTER_MS: milliseconds.default(30_000),
};

const environment = {
  ...chainEnvironment,
  ...senderEnvironment,
  /** Of the account that may disable roots, so that a root of a reorganised chain never becomes active. */
  GUARDIAN_PRIVATE_KEY: privateKey.optional(),
  /** The queue runs on Redis when this is set, else on the database. */
  REDIS_URL: redisUrl.optional(),
  JOBS_HOST: z.string().default("127.0.0.1"),
  JOBS_PORT: port.default(4001),
  /** How long an aggregate waits for late signers after the quorum. */
  AGGREGATE_GRACE_MS: z.coerce.number("must be a number of milliseconds").int().nonnegative().default(2_000),
  /** Weights that differ from the live ones by this share are recorded anew. */
  JOBS_SYNC_DRIFT_BPS: z.coerce
    .number("must be a number of basis points")
    .int()
    .min(1)
    .max(10_000)
    .default(100),
  /** How often at most, per network, in seconds of block time. */
  JOBS_SYNC_INTERVAL_SECONDS: z.coerce.number("must be a number of seconds").int().positive().default(60),
  /** Whether accepted responses are re-executed, and wrong ones challenged with a bond of the sending account. */
  JOBS_CHALLENGE: flag,
  /** `<network>=<command or URL>` a line; the demonstration network's module is built in. */
  JOBS_CHALLENGE_MODULES: moduleSettings,
  /** Of each token, in its smallest unit: what may be at stake in bonds at once, and of one network. */
  JOBS_CHALLENGE_BONDS: amount.default(1_000n * 10n ** 18n),
  JOBS_CHALLENGE_BONDS_PER_NETWORK: amount.default(300n * 10n ** 18n),
  ...alertEnvironment,
  LOG_LEVEL: logLevel,
};

export type JobsConfig = {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly rpcUrls: readonly string[];
  readonly deployment: Deployment;
  readonly privateKey: `0x${string}`;
  readonly guardianKey: `0x${string}` | undefined;
  readonly finalityDepth: bigint;
  readonly replaceAfterMs: number;
  readonly aggregateGraceMs: number;
  readonly sync: SyncSettings;
  /** Undefined when accepted responses are not re-executed. */
  readonly challenge: { readonly modules: readonly ModuleSetting[]; readonly limits: BondLimits } | undefined;
  readonly alerts: AlertSettings | undefined;
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
};

/** @throws {ConfigError} naming every faulty variable, or the fault of the addresses file. */
export function readJobsConfig(env: NodeJS.ProcessEnv = process.env): JobsConfig {
  const parsed = parseEnvironment(environment, env);
  return {
    databaseUrl: parsed.DATABASE_URL,
    redisUrl: parsed.REDIS_URL,
    rpcUrls: parsed.RPC_URL,
    deployment: readDeployment(parsed.NEKTAR_ADDRESSES),
    privateKey: parsed.JOBS_PRIVATE_KEY,
    guardianKey: parsed.GUARDIAN_PRIVATE_KEY,
    finalityDepth: BigInt(parsed.JOBS_FINALITY_DEPTH),
    replaceAfterMs: parsed.JOBS_REPLACE_AFTER_MS,
    aggregateGraceMs: parsed.AGGREGATE_GRACE_MS,
    sync: { driftBps: parsed.JOBS_SYNC_DRIFT_BPS, intervalSeconds: parsed.JOBS_SYNC_INTERVAL_SECONDS },
    challenge: parsed.JOBS_CHALLENGE
      ? {
          modules: parsed.JOBS_CHALLENGE_MODULES,
          limits: {
            total: parsed.JOBS_CHALLENGE_BONDS,
            perNetwork: parsed.JOBS_CHALLENGE_BONDS_PER_NETWORK,
          },
        }
      : undefined,
    alerts: alertSettings(parsed),
    host: parsed.JOBS_HOST,
    port: parsed.JOBS_PORT,
    logLevel: parsed.LOG_LEVEL,
  };
}
