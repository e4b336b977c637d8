import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { startChain } from "../../test/support/testChain.ts";
import { pauseAfterDump, saveChainState } from "./keepState.ts";
import { loadState, type SavedState } from "./stateStore.ts";

const directory = mkdtempSync(join(tmpdir(), "nektar-chain-"));
afterAll(() => rmSync(directory, { recursive: true }));

type Chain = Awaited<ReturnType<typeof startChain>>;

async function goOn(state: SavedState | undefined): Promise<Chain> {
  if (!state) throw new Error("nothing was saved");
  return startChain({ stateFile: state.file, timestamp: state.timestamp + 1 });
}

async function blocksOf({ client }: Chain) {
  const head = await client.getBlockNumber();
  const numbers = Array.from({ length: Number(head) + 1 }, (_, number) => BigInt(number));
  return Promise.all(numbers.map((blockNumber) => client.getBlock({ blockNumber })));
}

describe("the chain's saved state", () => {
  it("keeps blocks, receipts, balances and the clock through many restarts", async () => {
    const receiver = "0x00000000000000000000000000000000000000aa";
    let chain = await startChain({ timestamp: 1_700_000_000 });
    let known: Awaited<ReturnType<typeof blocksOf>> = [];
    for (let start = 0; start < 5; start++) {
      const [account] = await chain.client.getAddresses();
      const options = { account: account ?? null, to: receiver, value: 1n, chain: null } as const;
      const hash = await chain.client.sendTransaction(options);
      await chain.client.waitForTransactionReceipt({ hash });
      known = await blocksOf(chain);
      await saveChainState(chain.url, directory);
      await chain.stop();
      chain = await goOn(loadState(directory));
      expect(await blocksOf(chain)).toEqual(known);
      expect((await chain.client.getTransactionReceipt({ hash })).status).toBe("success");
    }
    expect(await chain.client.getBalance({ address: receiver })).toBe(5n);
    // Far from the wall clock, and so after every restart: the chain was paused, not asleep.
    await chain.client.mine({ blocks: 1 });
    const { timestamp } = await chain.client.getBlock();
    expect(Number(timestamp - (known.at(-1)?.timestamp ?? 0n))).toBeLessThan(5);
    await chain.stop();
  });

  it("falls back to the dump before a damaged one, and refuses when none is whole", async () => {
    const chain = await startChain();
    await chain.client.mine({ blocks: 3 });
    await saveChainState(chain.url, directory);
    await chain.client.mine({ blocks: 1 });
    await saveChainState(chain.url, directory);
    await chain.stop();
    expect(loadState(directory)?.blockNumber).toBe(4);
    truncateSync(join(directory, "state.json.gz"), 500);
    expect(loadState(directory)?.blockNumber).toBe(3);
    writeFileSync(join(directory, "state.previous.json.gz"), "torn");
    expect(() => loadState(directory)).toThrow("begins anew");
  });
});

describe("pauseAfterDump", () => {
  it("grows with the dump's time, and stays below the indexer's finality", () => {
    expect([100, 2_000, 60_000].map(pauseAfterDump)).toEqual([10_000, 16_000, 20_000]);
  });
});
