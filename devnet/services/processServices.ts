import type { HDAccount } from "viem/accounts";
import { privateKeyOf } from "../seed/deployLocally.ts";
import type { OperatorFiles } from "../seed/operatorKeys.ts";
import { roles } from "../seed/roles.ts";
import type { Settings } from "../settings.ts";
import type { Launch, Service } from "../supervisor/Service.ts";
import { programFile, projectDirectory } from "./paths.ts";

/** Where the parts are that the processes meet in. */
export type Connections = {
  /** Known once the embedded PostgreSQL was started. */
  databaseUrl: string;
  readonly rpcUrls: readonly string[];
};

const readyTimeoutMs = 120_000;

export function indexerService(settings: Settings, connections: Connections): Service {
  return processService("indexer", "indexer/main.ts", settings.ports.indexer, () => ({
    environment: {
      ...commonEnvironment(settings, connections),
      ...(settings.indexerPollingMs === null
        ? {}
        : { INDEXER_POLLING_MS: String(settings.indexerPollingMs) }),
    },
  }));
}

export function apiService(settings: Settings, connections: Connections): Service {
  return processService("api", "api/main.ts", settings.ports.api, () => ({
    environment: {
      ...commonEnvironment(settings, connections),
      ...(settings.databaseReadUrl === null ? {} : { DATABASE_READ_URL: settings.databaseReadUrl }),
    },
  }));
}

/** @param local whether the known account may send for it; else JOBS_PRIVATE_KEY of the environment does. */
export function jobsService(settings: Settings, connections: Connections, local: boolean): Service {
  return processService("jobs", "jobs/main.ts", settings.ports.jobs, () => ({
    environment: {
      ...commonEnvironment(settings, connections),
      ...(local
        ? { JOBS_PRIVATE_KEY: privateKeyOf(roles.jobs), GUARDIAN_PRIVATE_KEY: privateKeyOf(roles.guardian) }
        : {}),
      ...(settings.redisUrl === null ? {} : { REDIS_URL: settings.redisUrl }),
    },
  }));
}

export type OperatorOptions = {
  /** Counts from 1. */
  readonly number: number;
  readonly account: HDAccount;
  readonly files: OperatorFiles;
};

export function operatorService(
  settings: Settings,
  { rpcUrls }: Connections,
  { number, account, files }: OperatorOptions,
): Service {
  const port = settings.ports.operator + number - 1;
  const options = {
    operator: account.address,
    keystore: files.keystore,
    "password-file": files.passwordFile,
    "data-dir": files.directory,
    api: graphqlUrl(settings),
    rpc: rpcUrls.join(","),
    addresses: settings.addressesFile,
    port: String(port),
    "log-level": settings.logLevel,
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  return processService(`operator-${number}`, "operator/main.ts", port, () => ({
    args: ["run", ...args],
    environment: {},
  }));
}

/** The operator that signs two responses to each task. The silent one is no process: it was registered, and that is all. */
export function faultyService(settings: Settings, { rpcUrls }: Connections): Service {
  const environment = {
    RPC_URL: rpcUrls.join(","),
    NEKTAR_ADDRESSES: settings.addressesFile,
    API_URL: graphqlUrl(settings),
    LOG_LEVEL: settings.logLevel,
  };
  return {
    name: "equivocator",
    launch: () => nodeLaunch("devnet/faulty/main.ts", { environment }),
    isReady: async () => true,
    readyTimeoutMs,
    stopSignal: "SIGTERM",
  };
}

/** Creates tasks, and now and then moves some stake. */
export function activityService(settings: Settings, { rpcUrls }: Connections): Service {
  const environment = {
    RPC_URL: rpcUrls.join(","),
    NEKTAR_ADDRESSES: settings.addressesFile,
    TASK_INTERVAL_SECONDS: String(settings.taskIntervalSeconds),
    LOG_LEVEL: settings.logLevel,
  };
  return {
    name: "activity",
    launch: () => nodeLaunch("devnet/activity/main.ts", { environment }),
    isReady: async () => true,
    readyTimeoutMs,
    stopSignal: "SIGTERM",
  };
}

export function graphqlUrl({ ports }: Settings): string {
  return `http://127.0.0.1:${ports.api}/graphql`;
}

type NodeOptions = {
  readonly args?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
};

/** A process of ours that tells by `/ready` whether it serves. */
function processService(name: string, program: string, port: number, options: () => NodeOptions): Service {
  return {
    name,
    launch: () => nodeLaunch(program, options()),
    isReady: async () => {
      const response = await fetch(`http://127.0.0.1:${port}/ready`, { signal: AbortSignal.timeout(2_000) });
      return response.ok;
    },
    readyTimeoutMs,
    stopSignal: "SIGTERM",
  };
}

function nodeLaunch(program: string, { args = [], environment }: NodeOptions): Launch {
  return {
    program: process.execPath,
    args: ["--import", "tsx", programFile(program), ...args],
    environment,
    // `tsx` is looked up from here.
    workingDirectory: projectDirectory,
  };
}

function commonEnvironment(settings: Settings, connections: Connections): Record<string, string> {
  return {
    DATABASE_URL: connections.databaseUrl,
    RPC_URL: connections.rpcUrls.join(","),
    NEKTAR_ADDRESSES: settings.addressesFile,
    NEKTAR_DATA_DIR: settings.dataDirectory,
    API_PORT: String(settings.ports.api),
    INDEXER_PORT: String(settings.ports.indexer),
    JOBS_PORT: String(settings.ports.jobs),
    LOG_LEVEL: settings.logLevel,
  };
}
