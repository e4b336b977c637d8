import { join } from "node:path";
import { anvilArguments, anvilBinary } from "../chain/anvil.ts";
import { keepState, type StateKeeper } from "../chain/keepState.ts";
import { callRpc } from "../chain/rpc.ts";
import { loadState } from "../chain/stateStore.ts";
import { accountCount } from "../seed/roles.ts";
import type { Settings } from "../settings.ts";
import type { Service } from "../supervisor/Service.ts";

/**
 * How far in the past a new chain begins. Seeding takes some blocks of it; the rest is mined at once afterwards, so that the
 * first epochs are over, and final, when the network opens.
 */
export const pastSeconds = 240;

/**
 * The embedded chain. It goes on from its last saved state as if it had been paused: no task expires and no epoch passes
 * while it is off. Its clock falls behind the wall clock by the pause.
 */
export function chainService(settings: Settings): Service {
  const directory = join(settings.dataDirectory, "chain");
  const port = settings.ports.chain;
  const url = `http://127.0.0.1:${port}`;
  let keeper: StateKeeper | undefined;
  return {
    name: "chain",
    launch() {
      const state = loadState(directory);
      const start = state
        ? { stateFile: state.file, timestamp: state.timestamp + 1 }
        : { timestamp: Math.floor(Date.now() / 1000) - pastSeconds };
      const args = anvilArguments({
        port,
        blockTimeSeconds: settings.blockTimeSeconds,
        accounts: accountCount,
        ...start,
      });
      // It would write each request to its log.
      return { program: anvilBinary(), args: [...args, "--quiet"] };
    },
    async isReady() {
      await callRpc(url, "eth_chainId", [], 1_000);
      keeper ??= keepState(url, directory);
      return true;
    },
    readyTimeoutMs: 60_000,
    stopSignal: "SIGTERM",
    beforeStop: async () => keeper?.stop(),
  };
}
