import { setTimeout as sleep } from "node:timers/promises";
import { callRpc } from "./rpc.ts";
import { saveState } from "./stateStore.ts";

export type StateKeeper = {
  /** Saves once more and ends. Never throws: what was saved before remains. */
  stop(): Promise<void>;
};

const intervalMs = 10_000;
const dumpWithinMs = 30_000;
/** While everything stops there is less time. */
const lastDumpWithinMs = 4_000;
/** Dumping stops the chain for its while: it should take up no more than this part of the time. */
const shareOfTime = 1 / 8;
/** Yet a kill must not take back more blocks than the indexer counts to finality, which are 30. */
const longestIntervalMs = 20_000;

/** Attempts at a dump during which no block is mined. */
const dumpAttempts = 5;

/**
 * Saves the chain's state now, as a gzipped dump. Returns how long the dump took, in milliseconds.
 *
 * anvil collects a dump's blocks before its accounts and does not keep a block from being mined in between: such a dump
 * has accounts that no block explains, for ever. A dump is kept only if no block came while it was taken. One that takes
 * longer than a block does cannot pass; it was asked for right after a block, while none was being mined, and is kept.
 *
 * @throws {RetryableError} when the node does not answer in time.
 */
export async function saveChainState(
  url: string,
  directory: string,
  timeoutMs = dumpWithinMs,
): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const head = await callRpc<string>(url, "eth_blockNumber", [], timeoutMs);
    const start = performance.now();
    const dump = await callRpc<string>(url, "anvil_dumpState", [], timeoutMs);
    const tookMs = performance.now() - start;
    if (attempt === dumpAttempts || (await callRpc(url, "eth_blockNumber", [], timeoutMs)) === head) {
      saveState(directory, Buffer.from(dump.slice(2), "hex"));
      return tookMs;
    }
    await nextBlock(url, timeoutMs);
  }
}

/** Waits until a block is mined; no longer than five seconds, since a chain may mine on demand only. */
async function nextBlock(url: string, timeoutMs: number): Promise<void> {
  const head = await callRpc<string>(url, "eth_blockNumber", [], timeoutMs);
  for (let waitedMs = 0; waitedMs < 5_000; waitedMs += 20) {
    if ((await callRpc(url, "eth_blockNumber", [], timeoutMs)) !== head) return;
    await sleep(20);
  }
}

/** How long to wait after a dump that took `dumpMs`. */
export function pauseAfterDump(dumpMs: number): number {
  return Math.min(longestIntervalMs, Math.max(intervalMs, dumpMs / shareOfTime));
}

/**
 * Saves the chain's state every ten seconds, less often when it has grown big. anvil's own `--state` writes in place
 * and only at its end, so a kill would lose or tear it.
 */
export function keepState(url: string, directory: string): StateKeeper {
  const stopping = new AbortController();
  const loop = async () => {
    let pauseMs = intervalMs;
    while (!stopping.signal.aborted) {
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
      // A chain that does not answer is being restarted: from the dump before.
      pauseMs = await saveChainState(
        url,
        directory,
        stopping.signal.aborted ? lastDumpWithinMs : dumpWithinMs,
      ).then(pauseAfterDump, () => intervalMs);
    }
  };
  const running = loop();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
