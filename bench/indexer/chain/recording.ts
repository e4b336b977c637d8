import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Hex } from "viem";
import type { Deployment } from "../../../lib/chain/deployment.ts";

/** What a node said of one block: `eth_getBlockByNumber` with transactions, and `eth_getBlockReceipts`. */
export type RecordedBlock = { readonly block: RpcBlock; readonly receipts: readonly RpcReceipt[] };
export type RpcBlock = { readonly hash: Hex; readonly number: Hex; readonly timestamp: Hex };
export type RpcReceipt = {
  readonly status: Hex;
  readonly transactionHash: Hex;
  readonly logs: readonly RpcLog[];
};
export type RpcLog = {
  readonly address: Hex;
  readonly topics: readonly Hex[];
  readonly data: Hex;
  readonly blockNumber: Hex;
};

type Meta = {
  readonly deployment: Deployment;
  readonly code: Readonly<Record<string, Hex>>;
  /** Where each block begins in the file of blocks, and at last the file's end. */
  readonly offsets: readonly number[];
  readonly hashes: readonly Hex[];
  /** Logs of the protocol's contracts, block by block. */
  readonly events: readonly number[];
};

const blocksFile = "blocks.gz";
const metaFile = "meta.json";

/** Writes a chain block by block. What was cut off is made anew: the directory gets its name at the end. */
export function createRecording(directory: string) {
  const unfinished = `${directory}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const file = openSync(join(unfinished, blocksFile), "w");
  const [offsets, hashes, events]: [number[], Hex[], number[]] = [[0], [], []];
  return {
    append(recorded: RecordedBlock, eventCount: number): void {
      const packed = gzipSync(JSON.stringify(recorded), { level: 1 });
      writeSync(file, packed);
      offsets.push((offsets.at(-1) ?? 0) + packed.length);
      hashes.push(recorded.block.hash);
      events.push(eventCount);
    },
    finish(deployment: Deployment, code: Meta["code"]): void {
      closeSync(file);
      const meta: Meta = { deployment, code, offsets, hashes, events };
      writeFileSync(join(unfinished, metaFile), JSON.stringify(meta));
      rmSync(directory, { recursive: true, force: true });
      renameSync(unfinished, directory);
    },
  };
}

export type Recording = ReturnType<typeof openRecording>;

/** A recorded chain; blocks are read from the disk as they are asked for. */
export function openRecording(directory: string) {
  const meta = JSON.parse(readFileSync(join(directory, metaFile), "utf8")) as Meta;
  const { offsets, hashes, events } = meta;
  const file = openSync(join(directory, blocksFile), "r");
  const numbers = new Map(hashes.map((hash, number) => [hash, number]));
  return {
    ...{ deployment: meta.deployment, code: meta.code, events },
    head: hashes.length - 1,
    numberOf: (hash: Hex) => numbers.get(hash),
    block(number: number): RecordedBlock | undefined {
      const [from, to] = [offsets[number], offsets[number + 1]];
      if (from === undefined || to === undefined) return undefined;
      const packed = Buffer.alloc(to - from);
      readSync(file, packed, 0, packed.length, from);
      return JSON.parse(gunzipSync(packed).toString()) as RecordedBlock;
    },
    /** The first block at whose end `count` events have happened. */
    blockWithEvents(count: number): number {
      let sum = 0;
      const number = events.findIndex((inBlock) => {
        sum += inBlock;
        return sum >= count;
      });
      if (number < 0) throw new RangeError(`the recording has ${sum} events, fewer than ${count}`);
      return number;
    },
    close: () => closeSync(file),
  };
}
