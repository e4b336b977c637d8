import { createTestClient, http, publicActions, walletActions } from "viem";
import { type AnvilOptions, anvilArguments, anvilBinary } from "../../devnet/chain/anvil.ts";
import { endProcess, startProcess } from "./childProcess.ts";
import { waitFor } from "./waitFor.ts";

export type TestChain = Awaited<ReturnType<typeof startChain>>;

/**
 * Starts an anvil of its own on a free port (0.3 s): a block for each transaction, or every `blockTimeSeconds`.
 * Its ten accounts are those of the default mnemonic. Stop it in `afterAll`.
 */
export async function startChain(options: Omit<AnvilOptions, "port"> = {}) {
  const { child, output } = startProcess(anvilBinary(), anvilArguments({ ...options, port: 0 }));
  const port = await waitFor(
    "anvil",
    () => {
      if (child.exitCode !== null) throw new Error(`anvil ended: ${output()}`);
      return /Listening on 127\.0\.0\.1:(\d+)/.exec(output())?.[1];
    },
    { timeoutMs: 20_000 },
  );
  const url = `http://127.0.0.1:${port}`;
  const client = createTestClient({ mode: "anvil", transport: http(url), pollingInterval: 50, cacheTime: 0 })
    .extend(publicActions)
    .extend(walletActions);
  return { url, client, chainId: 31337, pid: child.pid, stop: () => endProcess(child) };
}
