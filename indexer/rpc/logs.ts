import { setTimeout as sleep } from "node:timers/promises";
import type { RpcLog } from "./answers.ts";
import type { Blocks, KnownBlock } from "./blocks.ts";
import { type Endpoint, NoAnswer, Refusal } from "./endpoint.ts";
import { type LogFilter, parseLogFilter, takes } from "./logFilter.ts";
import { bloomOf } from "./proof/bloom.ts";
import type { ProvenLogs } from "./provenLogs.ts";
import { agree, differences, hear, hearRange, type Voice } from "./voices.ts";

type Range = { readonly from: bigint; readonly to: bigint };

/** JSON-RPC's "invalid params". */
const invalidParams = -32602;
/**
 * Of the few codes for which Ponder does not ask again (EIP-1474, "method is not supported"). A block that was reorganised away
 * would else keep it from looking at the newest one for more than a minute.
 */
const notAgain = -32004;
/** A block that no endpoint has may only be late; one that is gone stays so. */
const goneForMs = 500;

/** `eth_getLogs` that no single endpoint can falsify, as long as two are given (with one: see the README). */
export function createLogs(
  endpoints: readonly Endpoint[],
  blocks: Blocks,
  proven: ProvenLogs,
  onDispute: (facts: { blocks: string; endpoints: string[] }) => void,
) {
  /** One block, as Ponder follows the head: the receipts prove all of it, at the price of one request. */
  async function ofBlock(hash: KnownBlock["hash"], params: unknown, filter: LogFilter): Promise<RpcLog[]> {
    const block = await blocks.knownBlock(hash);
    try {
      return (await proven.ofBlock(block)).filter((log) => takes(filter, log));
    } catch (cause) {
      return await vouchedFor(block, params, filter, cause).catch(async (error: unknown) => {
        if (!(await isGone(hash))) throw error;
        throw new Refusal({ code: notAgain, message: `block ${hash} is on no endpoint's chain any more` });
      });
    }
  }

  async function isGone(hash: KnownBlock["hash"]): Promise<boolean> {
    const isAbsent = async () => (await blocks.read(hash, false).catch(() => undefined)) === null;
    if (!(await isAbsent())) return false;
    await sleep(goneForMs);
    return isAbsent();
  }

  /** Where receipts cannot be had or hashed: what two endpoints say alike, and only if it gives the header's bloom. */
  async function vouchedFor(block: KnownBlock, params: unknown, filter: LogFilter, cause: unknown) {
    const isWhole = filter.addresses === null && filter.topics.length === 0;
    const answers = await Promise.allSettled(endpoints.map((endpoint) => hear(endpoint, params, filter)));
    const voices = answers.flatMap(({ status, ...answer }, index): Voice[] => {
      if (status !== "fulfilled" || !("value" in answer)) return [];
      if (isWhole && bloomOf(answer.value) !== block.logsBloom) return [];
      return [{ endpoint: endpoints[index]?.name ?? "", anchor: block.hash, logs: answer.value }];
    });
    const backed = backedBy(voices);
    if (backed) return [...backed.logs];
    throw new NoAnswer(`no endpoint proves the logs of block ${block.number}`, { cause });
  }

  async function ofRange(range: Range, params: unknown, filter: LogFilter): Promise<RpcLog[]> {
    const voices: Voice[] = [];
    const faults: { endpoint: Endpoint; error: unknown }[] = [];
    const order = blocks.inTurn();
    // Two at once, the others only if those two do not settle it.
    for (const asked of [order.slice(0, 2), ...order.slice(2).map((endpoint) => [endpoint])]) {
      const answers = await Promise.allSettled(
        asked.map((endpoint) => hearRange(endpoint, params, filter, blocks)),
      );
      answers.forEach((answer, index) => {
        const endpoint = asked[index];
        if (answer.status === "fulfilled") voices.push(answer.value);
        else if (endpoint) faults.push({ endpoint, error: answer.reason });
      });
      const backed = backedBy(voices);
      if (backed) return [...backed.logs];
    }
    return settle(range, filter, voices, faults);
  }

  async function settle(
    { from, to }: Range,
    filter: LogFilter,
    voices: readonly Voice[],
    faults: readonly { endpoint: Endpoint; error: unknown }[],
  ): Promise<RpcLog[]> {
    // A range that is too long, say: Ponder reads from the error how to divide it.
    const refusal = faults.find(({ endpoint, error }) => endpoint.isUp() && error instanceof Refusal);
    if (refusal) throw refusal.error;
    const [first, ...others] = voices;
    if (!first) throw new NoAnswer("no endpoint gave logs", { cause: faults[0]?.error });
    if (others.some(({ anchor }) => anchor !== first.anchor)) {
      throw new NoAnswer(`endpoints are on different forks at block ${to}`);
    }
    if (others.length === 0) return proven.ofNumbers(numbersOf(from, to), filter);
    const { disputed, agreed } = differences(voices);
    onDispute({ blocks: disputed.join(", "), endpoints: voices.map(({ endpoint }) => endpoint) });
    return [...agreed, ...(await proven.ofNumbers(disputed, filter))];
  }

  /** Two voices alike; of a single configured endpoint its own. */
  function backedBy(voices: readonly Voice[]): Voice | undefined {
    if (endpoints.length === 1) return voices[0];
    return voices.find((voice, index) => voices.slice(index + 1).some((other) => agree(voice, other)));
  }

  return {
    /**
     * @throws {NoAnswer} when the logs cannot be known for sure now.
     * @throws {Refusal} for what endpoints do not answer, as too long a range.
     */
    async read(params: unknown): Promise<RpcLog[]> {
      const filter = parseLogFilter(params);
      if (!filter)
        throw new Refusal({
          code: invalidParams,
          message: "eth_getLogs needs a block's hash or two numbers",
        });
      const { at } = filter;
      return at.kind === "block" ? ofBlock(at.hash, params, filter) : ofRange(at, params, filter);
    },
  };
}

function numbersOf(from: bigint, to: bigint): bigint[] {
  return Array.from({ length: Number(to - from) + 1 }, (_, index) => from + BigInt(index));
}
