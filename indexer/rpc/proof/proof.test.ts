import { type Hex, keccak256, numberToHex, toRlp } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { startChain, type TestChain } from "../../../test/support/testChain.ts";
import { blockAnswer, type RpcBlock, type RpcReceipt, receiptAnswer } from "../answers.ts";
import { hashOfHeader } from "./blockHash.ts";
import { bloomOf, mayHold } from "./bloom.ts";
import { receiptsRootOf } from "./receiptsRoot.ts";
import { orderedTrieRoot } from "./trieRoot.ts";

const emitter: Hex = `0x${"e".repeat(40)}`;
// Emits its calldata's first word as topic, and the whole calldata as data.
const emitterCode: Hex = "0x366000600037600035366000a100";
/** Keys of one, two and three bytes: up to 127, from 128 on, from 256 on. */
const sizes = [1, 2, 17, 130, 260];

describe("what a node's own blocks give (anvil makes them with alloy, an independent implementation)", () => {
  let chain: TestChain;
  const samples: { block: RpcBlock; receipts: RpcReceipt[] }[] = [];

  beforeAll(async () => {
    chain = await startChain();
    const { client } = chain;
    await client.setCode({ address: emitter, bytecode: emitterCode });
    const [account = "0x"] = await client.getAddresses();
    await client.setAutomine(false);
    let nonce = 0;
    for (const size of sizes) {
      for (let index = 0; index < size; index++) {
        const fee =
          index % 2 === 0
            ? { type: "legacy", gasPrice: 10n ** 10n }
            : { type: "eip1559", maxFeePerGas: 10n ** 10n };
        const data = keccak256(numberToHex(index, { size: 2 }));
        const call = { account, to: emitter, data, gas: 60_000n, chain: null, nonce, ...fee };
        nonce += 1;
        await client.sendTransaction(call as Parameters<typeof client.sendTransaction>[0]);
      }
      await client.mine({ blocks: 1 });
      const ask = (method: string, params: unknown[]) =>
        client.request({ method: method as never, params: params as never }) as Promise<unknown>;
      const block = blockAnswer.parse(await ask("eth_getBlockByNumber", ["latest", false]));
      const receipts = z.array(receiptAnswer).parse(await ask("eth_getBlockReceipts", [block.hash]));
      samples.push({ block, receipts });
    }
  }, 60_000);
  afterAll(() => chain.stop());

  it("has blocks with as many transactions as wanted", () => {
    expect(samples.map(({ receipts }) => receipts.length)).toEqual(sizes);
  });

  it("is their hash, which every altered field changes", () => {
    for (const { block } of samples) {
      expect(hashOfHeader(block)).toBe(block.hash);
      for (const name of ["timestamp", "number"]) {
        expect(hashOfHeader({ ...block, [name]: "0x123456" })).not.toBe(block.hash);
      }
      expect(hashOfHeader({ ...block, logsBloom: `0x${"00".repeat(256)}` })).not.toBe(block.hash);
    }
  });

  it("is the root of their receipts, unless a log is missing, added or altered", () => {
    for (const { block, receipts } of samples) {
      expect(receiptsRootOf(receipts)).toBe(block.receiptsRoot);
      const [first, ...others] = receipts;
      const [log] = first?.logs ?? [];
      if (!first || !log) throw new Error("a receipt without a log");
      const withLogs = (logs: RpcReceipt["logs"]) => receiptsRootOf([{ ...first, logs }, ...others]);
      const altered = [[], [log, log], [{ ...log, data: "0x12" as const }], [{ ...log, topics: [] }]];
      for (const logs of altered) expect(withLogs(logs)).not.toBe(block.receiptsRoot);
      expect(receiptsRootOf(others)).not.toBe(block.receiptsRoot);
    }
  });

  it("is the bloom of their logs, which excludes what is not there", () => {
    for (const { block, receipts } of samples) {
      const logs = receipts.flatMap((receipt) => receipt.logs);
      expect(bloomOf(logs)).toBe(block.logsBloom);
      const at = { kind: "block", hash: block.hash } as const;
      const [topic = "0x"] = logs[0]?.topics ?? [];
      expect(mayHold(block.logsBloom, { addresses: [emitter], topics: [[topic]], at })).toBe(true);
      expect(mayHold(block.logsBloom, { addresses: null, topics: [], at })).toBe(true);
    }
    const [small] = samples;
    if (!small) throw new Error("no block");
    const filter = { addresses: [`0x${"a".repeat(40)}`] as Hex[], topics: [] };
    expect(mayHold(small.block.logsBloom, { ...filter, at: { kind: "block", hash: small.block.hash } })).toBe(
      false,
    );
  });
});

it("gives the root of an empty trie as the yellow paper has it", () => {
  expect(orderedTrieRoot([])).toBe("0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421");
  expect(orderedTrieRoot([])).toBe(keccak256(toRlp("0x")));
});
