import { freePort } from "../../devnet/net/ports.ts";
import { endProcess, startProcess } from "./childProcess.ts";
import { waitFor } from "./waitFor.ts";

export type IndexerProcess = {
  readonly port: number;
  readonly pid: number;
  kill(): Promise<void>;
  /** Its exit code. */
  stop(): Promise<number | null>;
  /** Whether `/ready` says so. */
  isReady(): Promise<boolean>;
  /** Whether it has ended. */
  hasEnded(): boolean;
  /** What it wrote, the last 20 kB. */
  output(): string;
};

export type IndexerSettings = {
  readonly databaseUrl: string;
  readonly rpcUrl: string;
  readonly addresses: string;
  readonly logsRange?: number;
};

type Patience = { readonly timeoutMs: number; readonly intervalMs: number };

/** Starts the indexer as `npm run indexer` does, and waits until its history is indexed. */
export async function startIndexerProcess(at: IndexerSettings, patience: Patience): Promise<IndexerProcess> {
  const indexer = await spawnIndexerProcess(at);
  await untilReady(indexer, patience);
  return indexer;
}

/** The same without waiting for anything. */
export async function spawnIndexerProcess(at: IndexerSettings): Promise<IndexerProcess> {
  const port = await freePort();
  const env = {
    ...process.env,
    DATABASE_URL: at.databaseUrl,
    RPC_URL: at.rpcUrl,
    NEKTAR_ADDRESSES: at.addresses,
    INDEXER_PORT: String(port),
    INDEXER_POLLING_MS: "100",
    INDEXER_WATCH_MS: "500",
    INDEXER_INVARIANTS_MS: "1000",
    ...(at.logsRange === undefined ? {} : { INDEXER_LOGS_RANGE: String(at.logsRange) }),
  };
  const { child, output } = startProcess(process.execPath, ["--import", "tsx", "indexer/main.ts"], { env });
  return {
    port,
    pid: child.pid ?? 0,
    output,
    isReady: () =>
      fetch(`http://127.0.0.1:${port}/ready`).then(
        ({ status }) => status === 200,
        () => false,
      ),
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    kill: () => endProcess(child, "SIGKILL"),
    stop: async () => {
      await endProcess(child);
      return child.exitCode;
    },
  };
}

/** @throws {Error} with what it wrote when it ends or does not become ready in time. */
export async function untilReady(indexer: IndexerProcess, patience: Patience): Promise<void> {
  await waitFor("the indexer", async () => indexer.hasEnded() || indexer.isReady(), patience).catch(
    (cause: unknown) => {
      throw new Error(`The indexer did not become ready: ${indexer.output()}`, { cause });
    },
  );
  if (indexer.hasEnded()) throw new Error(`The indexer ended: ${indexer.output()}`);
}
