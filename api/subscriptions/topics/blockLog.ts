import { RetryableError } from "../../../lib/errors/NektarError.ts";
import type { BlockHeader, HeaderReader } from "../../meta/headerReader.ts";
import type { LogItem } from "../LogItem.ts";
import type { BlockRange, LogSource, Window } from "../LogTopic.ts";

/** Blocks that are held, or sent again after a cursor, at most; far more than a reorganisation takes back. */
const mostBlocks = 200n;
/** Headers that are asked for at once at most. */
const atOnce = 20;

/**
 * The indexed blocks. Only a node knows their hashes: each look asks for the newest indexed block, and then for parents until
 * one is known already, one question a block.
 */
export function blockLog(readHeader: HeaderReader): LogSource {
  /** The chain as the last look saw it, oldest first. */
  let known: BlockHeader[] = [];

  async function window({ finalised, indexed }: BlockRange): Promise<Window> {
    const base = max(finalised, indexed - mostBlocks);
    const fresh: BlockHeader[] = [];
    let joint = -1;
    for (let number = indexed; number > base && joint < 0; number--) {
      const header = await readHeader(number);
      const child = fresh[0];
      if (child !== undefined && child.parentHash !== header.hash)
        throw new RetryableError("The chain moved while its blocks were read.");
      joint = known.findIndex(({ hash }) => hash === header.hash);
      if (joint < 0) fresh.unshift(header);
    }
    known = [...known.slice(0, joint + 1), ...fresh].filter(({ number }) => number > base);
    return { base, items: known.map(itemOf) };
  }

  async function between(from: bigint, to: bigint, limit: number): Promise<LogItem[]> {
    const last = to - from > BigInt(limit) ? from + BigInt(limit) : to;
    const headers: BlockHeader[] = [];
    for (let number = from + 1n; number <= last; number += BigInt(atOnce)) {
      const count = Number(min(BigInt(atOnce), last - number + 1n));
      const batch = Array.from({ length: count }, (_, index) => readHeader(number + BigInt(index)));
      headers.push(...(await Promise.all(batch)));
    }
    return headers.map(itemOf);
  }

  return { name: "blocks", isChain: true, mostReplayed: Number(mostBlocks), window, between };
}

function itemOf({ number, hash, timestamp }: BlockHeader): LogItem {
  return {
    ...{ block: number, logIndex: 0, identity: hash, timestamp, subject: hash },
    operators: [],
    what: "INDEXED",
  };
}

const max = (left: bigint, right: bigint) => (left > right ? left : right);
const min = (left: bigint, right: bigint) => (left < right ? left : right);
