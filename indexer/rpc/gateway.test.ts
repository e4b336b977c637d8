import { encodePacked, type Hex, hexToNumber, keccak256, numberToHex } from "viem";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { createLogger } from "../../lib/logging/createLogger.ts";
import { type Faults, startFaultyRpc } from "../../test/support/faultyRpc.ts";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { startGateway } from "./gateway.ts";

const logger = createLogger("test", "silent");
// Three logs: LOG1 with the calldata's first word as topic and all of it as data, then twice LOG2 without data.
const emitter: Hex = `0x${"e".repeat(40)}`;
const emitterCode: Hex = "0x36600060003760003536 6000a160003560003560006000a260003560003560006000a2".replace(
  " ",
  "",
) as Hex;
const blocks = 40;
const half = 0.5;

describe("the gateway to the chain", () => {
  let chain: TestChain;
  let genesisHash: Hex;

  beforeAll(async () => {
    chain = await startChain();
    genesisHash = (await chain.client.getBlock({ blockNumber: 0n })).hash;
    await chain.client.setCode({ address: emitter, bytecode: emitterCode });
    const [account] = await chain.client.getAddresses();
    for (let index = 0; index < blocks; index++) {
      if (index % 3 === 0) await chain.client.mine({ blocks: 1 });
      const data = keccak256(encodePacked(["uint256"], [BigInt(index)]));
      const hash = await chain.client.sendTransaction({
        account: account ?? null,
        to: emitter,
        data,
        chain: null,
      });
      await chain.client.waitForTransactionReceipt({ hash });
    }
  });
  afterAll(() => chain.stop());

  async function open(...faults: readonly Faults[]) {
    const rpcs = await Promise.all(faults.map((fault, index) => startFaultyRpc(chain.url, index + 1, fault)));
    const gateway = await startGateway(
      rpcs.map(({ url }) => url),
      { chainId: chain.chainId, genesisHash },
      logger,
    );
    onTestFinished(async () => {
      await Promise.all([gateway.close(), ...rpcs.map((rpc) => rpc.close())]);
    });
    return { ask: (method: string, ...params: unknown[]) => ask(gateway.url, method, params), rpcs };
  }

  const all = { address: emitter, fromBlock: "0x0" };
  const head = () => chain.client.getBlockNumber();
  const everyLog = async () => ({ ...all, toBlock: numberToHex(await head()) });
  const asNode = async (filter: unknown) => told((await ask(chain.url, "eth_getLogs", [filter])).result);

  const faults: readonly (readonly [string, Faults])[] = [
    ["leaves logs out", { missingShare: half }],
    ["leaves out all logs", { missingShare: 1 }],
    ["alters logs", { alteredShare: half }],
    ["gives other block hashes", { wrongHashShare: half }],
    ["lags", { lag: 10 }],
    ["does not answer", { hangs: true }],
    ["cannot be reached", { down: true }],
    ["fails often", { errorShare: 0.2, rateLimitedShare: 0.1, dropShare: 0.1, truncatedShare: 0.1 }],
  ];

  describe.each(faults)("with one of two endpoints that %s", (_title, fault) => {
    it("answers the logs of a range as the sound one", async () => {
      const { ask } = await open(fault, {});
      const filter = await everyLog();
      expect(told((await ask("eth_getLogs", filter)).result)).toEqual(await asNode(filter));
    });

    it("answers the logs of the newest block as the sound one", async () => {
      const { ask } = await open(fault, {});
      const { result } = await ask("eth_getBlockByNumber", "latest", true);
      const { hash, number } = result as { hash: Hex; number: Hex };
      expect(BigInt(number)).toBe(await head());
      const filter = { blockHash: hash };
      expect(told((await ask("eth_getLogs", filter)).result)).toEqual(await asNode(filter));
    });
  });

  it("answers nothing when no endpoint can be believed", async () => {
    const { ask } = await open({ missingShare: 1 }, { alteredShare: 1 });
    expect((await ask("eth_getLogs", await everyLog())).error).toMatchObject({ code: -32000 });
  });

  it("takes a block's logs from a single endpoint only if its receipts prove them", async () => {
    const { ask, rpcs } = await open({ alteredShare: 1 });
    const { result } = await ask("eth_getBlockByNumber", "latest", false);
    const filter = { blockHash: (result as { hash: Hex }).hash };
    expect((await ask("eth_getLogs", filter)).error).toMatchObject({ code: -32000 });
    rpcs[0]?.set({});
    expect(told((await ask("eth_getLogs", filter)).result)).toEqual(await asNode(filter));
  });

  it("does not let the newest block go back while the endpoint that has it is away", async () => {
    const { ask, rpcs } = await open({}, { lag: 5 });
    const newest = async () => {
      const { result } = await ask("eth_getBlockByNumber", "latest", false);
      return hexToNumber((result as { number: Hex }).number);
    };
    for (let number = 0; number <= (await head()); number++)
      await ask("eth_getBlockByNumber", numberToHex(number), false);
    const before = await newest();
    rpcs[0]?.set({ down: true });
    expect(await newest()).toBe(before);
  });

  it("passes on the error of a range that is too long", async () => {
    const { ask } = await open({}, {});
    const reversed = { address: emitter, fromBlock: "0x5", toBlock: "0x2" };
    expect((await ask("eth_getLogs", reversed)).error).toEqual((await askNode(reversed)).error);
  });

  it("asks sound endpoints once each for a range's logs, once for its last block whatever the filters, and one for a block", async () => {
    const { ask, rpcs } = await open({}, {});
    await ask("eth_getLogs", await everyLog());
    const other = { ...(await everyLog()), address: `0x${"d".repeat(40)}` };
    await Promise.all([ask("eth_getLogs", other), ask("eth_getLogs", { ...other, topics: [genesisHash] })]);
    await ask("eth_getBlockByNumber", "0x5", true);
    const total = (method: string) =>
      rpcs.reduce((sum, { requests }) => sum + (requests.get(method) ?? 0), 0);
    expect([total("eth_getLogs"), total("eth_getBlockReceipts")]).toEqual([6, 0]);
    // Each endpoint's block 0 and the range's last block, and the block itself.
    expect(total("eth_getBlockByNumber")).toBe(5);
  });

  it("says at once that there is nothing to wait for when a block was reorganised away before its logs were read", async () => {
    const { ask } = await open({}, {});
    const { result } = await ask("eth_getBlockByNumber", "latest", true);
    await chain.client.request({ method: "anvil_rollback" as never, params: [1] as never });
    await chain.client.increaseTime({ seconds: 7 });
    await chain.client.mine({ blocks: 2 });
    const startedAt = Date.now();
    const { error } = await ask("eth_getLogs", { blockHash: (result as { hash: Hex }).hash });
    // Ponder asks again after any other code, ten times, and does not look at new blocks meanwhile.
    expect(error).toMatchObject({ code: -32004 });
    expect(Date.now() - startedAt).toBeLessThan(3_000);
  });

  const askNode = (filter: unknown) => ask(chain.url, "eth_getLogs", [filter]);
});

type Reply = { readonly result?: unknown; readonly error?: unknown };

async function ask(url: string, method: string, params: readonly unknown[]): Promise<Reply> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
  const headers = { "content-type": "application/json" };
  return (await fetch(url, { method: "POST", headers, body })).json() as Promise<Reply>;
}

/** What rows are made of, in the chain's order. */
function told(logs: unknown): unknown {
  const fields = ["blockNumber", "logIndex", "blockHash", "transactionHash", "transactionIndex", "address"];
  return (logs as Record<string, unknown>[])
    .map((log) => [...fields.map((name) => log[name]), log.data, log.topics])
    .sort((a, b) => Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]));
}
