import { z } from "zod";
import { logAnswer, type RpcLog } from "./answers.ts";
import type { Blocks } from "./blocks.ts";
import { askPatiently, type Endpoint, NoAnswer } from "./endpoint.ts";
import { type LogFilter, takes } from "./logFilter.ts";

/** What one endpoint says that the logs are, and the chain that it says so of. */
export type Voice = { readonly endpoint: string; readonly anchor: string; readonly logs: readonly RpcLog[] };

const logsAnswer = z.array(logAnswer);

/**
 * Asks one endpoint for the logs of a range. The range's last block, asked for first, tells on which chain the endpoint
 * is, and that it has come so far: many nodes answer "no logs" for blocks that they do not have yet.
 *
 * @throws {NoAnswer} when the endpoint lags behind the range, or answered logs that were not asked for.
 * @throws {Refusal} for the error that it answered.
 */
export async function hearRange(
  endpoint: Endpoint,
  params: unknown,
  filter: LogFilter,
  blocks: Blocks,
): Promise<Voice> {
  if (filter.at.kind !== "range") throw new TypeError("a voice is heard on a range");
  const last = await blocks.lastOfRange(endpoint, filter.at.to);
  if (!last) throw new NoAnswer(`${endpoint.name} has not come to block ${filter.at.to}`);
  return { endpoint: endpoint.name, anchor: last.block.hash, logs: await hear(endpoint, params, filter) };
}

/** Asks one endpoint for logs: only those that the filter takes, in the chain's order, each of them once. */
export async function hear(endpoint: Endpoint, params: unknown, filter: LogFilter): Promise<RpcLog[]> {
  const logs = logsAnswer.safeParse(await askPatiently(endpoint, "eth_getLogs", params)).data;
  const places = new Set(logs?.map(({ blockNumber, logIndex }) => `${blockNumber}:${logIndex}`));
  if (!logs || places.size < logs.length || !logs.every((log) => takes(filter, log))) {
    throw new NoAnswer(`${endpoint.name} answered logs that were not asked for`);
  }
  return logs.sort(
    (a, b) => Number(a.blockNumber) - Number(b.blockNumber) || Number(a.logIndex) - Number(b.logIndex),
  );
}

/** Whether two voices say the same, on the same chain. */
export function agree(one: Voice, other: Voice): boolean {
  return one.anchor === other.anchor && textOf(one.logs) === textOf(other.logs);
}

/** The blocks on whose logs the voices differ, ascending, and the logs of all other blocks. */
export function differences(voices: readonly Voice[]): { disputed: bigint[]; agreed: RpcLog[] } {
  const byBlock = voices.map(({ logs }) => groupByBlock(logs));
  const [first = new Map<bigint, RpcLog[]>()] = byBlock;
  const numbers = [...new Set(byBlock.flatMap((logs) => [...logs.keys()]))].sort((a, b) => Number(a - b));
  const isDisputed = (number: bigint) =>
    new Set(byBlock.map((logs) => textOf(logs.get(number) ?? []))).size > 1;
  const disputed = numbers.filter(isDisputed);
  const agreed = numbers.flatMap((number) => (disputed.includes(number) ? [] : (first.get(number) ?? [])));
  return { disputed, agreed };
}

function groupByBlock(logs: readonly RpcLog[]): Map<bigint, RpcLog[]> {
  const groups = new Map<bigint, RpcLog[]>();
  for (const log of logs) {
    const number = BigInt(log.blockNumber);
    groups.set(number, [...(groups.get(number) ?? []), log]);
  }
  return groups;
}

/** Everything of logs that rows can be made of. */
function textOf(logs: readonly RpcLog[]): string {
  return JSON.stringify(
    logs.map((log) => [
      ...[BigInt(log.blockNumber).toString(), BigInt(log.logIndex).toString(), log.blockHash, log.address],
      ...[log.transactionHash, BigInt(log.transactionIndex).toString(), log.data, ...log.topics],
    ]),
  );
}
