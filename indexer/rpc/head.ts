import { setTimeout as sleep } from "node:timers/promises";
import type { Hex } from "viem";
import { type RpcBlock, transactionHashes } from "./answers.ts";
import type { Blocks } from "./blocks.ts";
import { type Endpoint, NoAnswer } from "./endpoint.ts";

/** How much longer than the first answer the others are waited for. */
const graceMs = 300;

type Candidate = { readonly hash: Hex; readonly number: bigint; readonly from: Endpoint };

/** The newest block that any endpoint has. It does not go back because an endpoint lags, only when the chain forks. */
export function createHead(endpoints: readonly Endpoint[], blocks: Blocks) {
  let last: RpcBlock | undefined;

  async function candidates(): Promise<Candidate[]> {
    const found: Candidate[] = [];
    const asked = endpoints.map(async (from) => {
      const given = await blocks.give(from, ["latest", false]);
      if (given) found.push({ hash: given.block.hash, number: BigInt(given.block.number), from });
      else throw new NoAnswer(`${from.name} has no newest block`);
    });
    const all = Promise.allSettled(asked);
    await Promise.any(asked).catch(() => {});
    await Promise.race([all, sleep(graceMs)]);
    return [...found];
  }

  /** The highest; among several, the one that was served last. */
  function newest(found: readonly Candidate[]): Candidate | undefined {
    const rank = (one: Candidate, other: Candidate) =>
      Number(other.number - one.number) ||
      Number(other.hash === last?.hash) - Number(one.hash === last?.hash);
    return [...found].sort(rank)[0];
  }

  /** A lower block that was served before is the same chain, seen by an endpoint that lags. */
  function isBehind({ hash, number }: Candidate): boolean {
    return last !== undefined && number < BigInt(last.number) && blocks.isKnown(hash);
  }

  return {
    /** @throws {NoAnswer} when no endpoint answers. */
    async read(full: boolean): Promise<RpcBlock> {
      const head = newest(await candidates());
      if (!head) throw new NoAnswer("no endpoint has a newest block");
      if (!last || (head.hash !== last.hash && !isBehind(head))) {
        const block = await blocks.read(head.hash, true, head.from);
        if (!block) throw new NoAnswer(`block ${head.hash} is gone again`);
        last = block;
      }
      return full ? last : { ...last, transactions: transactionHashes(last) };
    },
  };
}
