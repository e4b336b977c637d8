import { freePort } from "../../devnet/net/ports.ts";
import { endProcess, startProcess } from "./childProcess.ts";
import { waitFor } from "./waitFor.ts";

export type IndexerProcess = {
  readonly port: number;
  kill(): Promise<void>;
  /** Its exit code. */
  stop(): Promise<number | null>;
};

/** Starts the indexer as `npm run indexer` does, and waits until its history is indexed. */
export async function startIndexerProcess(
  at: {
    readonly databaseUrl: string;
    readonly rpcUrl: string;
    readonly addresses: string;
    readonly logsRange?: number;
  },
  patience: { readonly timeoutMs: number; readonly intervalMs: number },
): Promise<IndexerProcess> {
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
  await waitFor(
    "the indexer",
    async () => {
      if (child.exitCode !== null) throw new Error(output());
      return (await fetch(`http://127.0.0.1:${port}/ready`)).status === 200;
    },
    patience,
  ).catch((cause: unknown) => {
    throw new Error(`The indexer did not become ready: ${output()}`, { cause });
  });
  return {
    port,
    kill: () => endProcess(child, "SIGKILL"),
    stop: async () => {
      await endProcess(child);
      return child.exitCode;
    },
  };
}
