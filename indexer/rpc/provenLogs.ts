import { type Hex, numberToHex } from "viem";
import { z } from "zod";
import { type RpcLog, type RpcReceipt, receiptAnswer } from "./answers.ts";
import type { Blocks, KnownBlock } from "./blocks.ts";
import { askPatiently, type Endpoint, NoAnswer } from "./endpoint.ts";
import { type LogFilter, takes } from "./logFilter.ts";
import { mayHold } from "./proof/bloom.ts";
import { receiptsRootOf } from "./proof/receiptsRoot.ts";
import { Recent } from "./recent.ts";

const receiptsAnswer = z.array(receiptAnswer);
const rememberedBlocks = 500;

export type ProvenLogs = ReturnType<typeof createProvenLogs>;

/** Logs out of receipts whose root is the one in the block's header: whoever gave them, they are the block's. */
export function createProvenLogs(blocks: Blocks) {
  const proven = new Recent<Hex, Promise<RpcLog[]>>(rememberedBlocks);

  async function prove(block: KnownBlock): Promise<RpcLog[]> {
    const faults: unknown[] = [];
    // Another endpoint than the block's first: so the transactions' hashes, which no root holds, have two sources.
    for (const endpoint of elseFirst(blocks.inTurn(), block.from)) {
      try {
        const answer = await askPatiently(endpoint, "eth_getBlockReceipts", [block.hash]);
        const receipts = receiptsAnswer.safeParse(answer).data;
        if (receipts && belongTo(receipts, block)) return logsOf(receipts, block);
        faults.push(new NoAnswer(`${endpoint.name} gave other receipts than those of block ${block.number}`));
      } catch (error) {
        faults.push(error);
      }
    }
    throw new NoAnswer(`no endpoint proves the logs of block ${block.number}`, { cause: faults[0] });
  }

  function ofBlock(block: KnownBlock): Promise<RpcLog[]> {
    const before = proven.get(block.hash);
    if (before) return before;
    const now = prove(block);
    proven.set(block.hash, now);
    now.catch(() => proven.delete(block.hash));
    return now;
  }

  async function ofNumbers(numbers: readonly bigint[], filter: LogFilter): Promise<RpcLog[]> {
    const found = numbers.map(async (number) => {
      const block = await blocks.agreedBlock(number);
      if (!mayHold(block.logsBloom, filter)) return [];
      return (await ofBlock(block)).filter((log) => takes(filter, log));
    });
    return (await Promise.all(found)).flat();
  }

  return {
    /** Every log of a block. @throws {NoAnswer} when no endpoint gives receipts that belong to it. */
    ofBlock,
    /** What the filter takes of these blocks. Those whose bloom excludes that cost a header only. @throws {NoAnswer} */
    ofNumbers,
  };
}

function elseFirst(endpoints: readonly Endpoint[], last: Endpoint): Endpoint[] {
  return [...endpoints.filter((endpoint) => endpoint !== last), last];
}

function belongTo(receipts: readonly RpcReceipt[], { receiptsRoot, transactions }: KnownBlock): boolean {
  return (
    receipts.length === transactions.length &&
    receipts.every(({ transactionHash }, index) => transactionHash === transactions[index]) &&
    receiptsRootOf(receipts) === receiptsRoot
  );
}

/** The root holds a log's address, topics, data and order; its place follows from that and is not taken from the answer. */
function logsOf(receipts: readonly RpcReceipt[], block: KnownBlock): RpcLog[] {
  return receipts
    .flatMap(({ logs, transactionHash }, index) =>
      logs.map(({ address, topics, data }) => ({ address, topics, data, transactionHash, index })),
    )
    .map(({ index, ...log }, logIndex) => ({
      ...log,
      blockNumber: numberToHex(block.number),
      blockHash: block.hash,
      transactionIndex: numberToHex(index),
      logIndex: numberToHex(logIndex),
      removed: false,
    }));
}
