import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Hex, hexToNumber, numberToHex } from "viem";
import type { Recording, RpcLog } from "./chain/recording.ts";

export type ReplayNode = {
  readonly url: string;
  /** Calls by method since the last `reset`. */
  readonly calls: ReadonlyMap<string, number>;
  reset(): void;
  /** The number of the newest block that it admits to have. */
  head: number;
  close(): Promise<void>;
};

const rememberedBlocks = 3_000;

type LogFilter = {
  readonly fromBlock?: Hex;
  readonly toBlock?: Hex;
  readonly blockHash?: Hex;
  readonly address?: Hex | readonly Hex[];
  readonly topics?: readonly (Hex | readonly Hex[] | null)[];
};

/**
 * A node that plays a recorded chain, up to a head that moves when it is told to: every run sees the same blocks, and none
 * waits for an EVM.
 */
export async function startReplayNode(recording: Recording, head: number): Promise<ReplayNode> {
  const calls = new Map<string, number>();
  const node = { head };
  const logsOfBlocks = new Map<number, RpcLog[]>();

  /** Those of blocks that were asked for lately stay in memory: every filter asks for the same range. */
  function logsOf(number: number): RpcLog[] {
    const known = logsOfBlocks.get(number);
    if (known) return known;
    const logs = recording.block(number)?.receipts.flatMap((receipt) => receipt.logs) ?? [];
    logsOfBlocks.set(number, logs);
    const [oldest] = logsOfBlocks.keys();
    if (logsOfBlocks.size > rememberedBlocks && oldest !== undefined) logsOfBlocks.delete(oldest);
    return logs;
  }

  const blockAt = (number: number | undefined) =>
    number === undefined || number > node.head ? undefined : recording.block(number);
  const numberOf = (at: string) =>
    at.length === 66 ? recording.numberOf(at as Hex) : at === "latest" ? node.head : hexToNumber(at as Hex);

  function logs(filter: LogFilter): RpcLog[] {
    const at = filter.blockHash === undefined ? undefined : recording.numberOf(filter.blockHash);
    const from = at ?? hexToNumber(filter.fromBlock ?? "0x0");
    const to = Math.min(at ?? hexToNumber(filter.toBlock ?? "0x0"), node.head);
    const takes = takesLog(filter);
    const found: RpcLog[] = [];
    for (let number = from; number <= to; number++) {
      for (const log of logsOf(number)) if (takes(log)) found.push(log);
    }
    return found;
  }

  function answer(method: string, params: readonly unknown[]): unknown {
    const at = String(params[0]);
    switch (method) {
      case "eth_chainId":
        return numberToHex(recording.deployment.chainId);
      case "eth_blockNumber":
        return numberToHex(node.head);
      case "eth_getCode":
        return recording.code[at.toLowerCase()] ?? "0x";
      case "eth_getBlockByNumber":
      case "eth_getBlockByHash":
        return blockAt(numberOf(at))?.block ?? null;
      case "eth_getBlockReceipts":
        return blockAt(numberOf(at))?.receipts ?? null;
      case "eth_getLogs":
        return logs(params[0] as LogFilter);
      default:
        return undefined;
    }
  }

  function reply({ id, method, params = [] }: { id: unknown; method: string; params?: readonly unknown[] }) {
    calls.set(method, (calls.get(method) ?? 0) + 1);
    const result = answer(method, params);
    const error = { code: -32601, message: `${method} is not recorded` };
    return result === undefined ? { jsonrpc: "2.0", id, error } : { jsonrpc: "2.0", id, result };
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const asked = JSON.parse(Buffer.concat(chunks).toString());
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(Array.isArray(asked) ? asked.map(reply) : reply(asked)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return Object.assign(node, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    reset: () => calls.clear(),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  });
}

function takesLog({ address, topics = [] }: LogFilter): (log: RpcLog) => boolean {
  const set = (wanted: Hex | readonly Hex[]) => new Set([wanted].flat().map((hex) => hex.toLowerCase()));
  const addresses = address === undefined || address === null ? undefined : set(address);
  const wanted = topics.map((topic) => (topic === null || topic === undefined ? undefined : set(topic)));
  return (log) =>
    (!addresses || addresses.has(log.address.toLowerCase())) &&
    wanted.every((topic, at) => !topic || topic.has((log.topics[at] ?? "").toLowerCase()));
}
