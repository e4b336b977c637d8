import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import { crashPoint } from "../transactions/crashPoint.ts";

const partBytes = 1024 ** 2;
/** Of a megabyte of hex and digits more effort takes off little: level 1 is four times as fast as the default. */
const compression = { level: 1, chunkSize: 64 * 1024 };

/**
 * Compresses a bundle's text into rows, a part of 1 MiB at a time.
 * @returns the sha256 of the text itself: compressors may differ, what they hold does not.
 */
export async function storeBundle(trx: Database, epoch: bigint, text: AsyncIterable<string>): Promise<Hex> {
  const hash = createHash("sha256");
  const hashed = Readable.from(tap(inBlocks(text), (chunk) => hash.update(chunk)));
  const compressed = hashed.compose(createGzip(compression)) as AsyncIterable<Buffer>;
  let part = 0;
  let waiting: Buffer[] = [];
  const flush = async () => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    await trx.insertInto("nektar.reward_bundle").values({ epoch, part, bytes }).execute();
    crashPoint("rewards.bundle half written");
    part += 1;
  };
  let size = 0;
  for await (const chunk of compressed) {
    waiting.push(chunk);
    size += chunk.length;
    if (size >= partBytes) {
      await flush();
      size = 0;
    }
  }
  await flush();
  return `0x${hash.digest("hex")}`;
}

/** Small pieces together: a stream's step costs more than a few bytes. */
async function* inBlocks(text: AsyncIterable<string>): AsyncGenerator<string> {
  let block = "";
  for await (const piece of text) {
    block += piece;
    if (block.length < 256 * 1024) continue;
    yield block;
    block = "";
  }
  yield block;
}

async function* tap(text: AsyncIterable<string>, look: (bytes: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const piece of text) {
    const bytes = Buffer.from(piece);
    look(bytes);
    yield bytes;
  }
}

/** The hash of a bundle that is not stored. */
export async function hashBundle(text: AsyncIterable<string>): Promise<Hex> {
  const hash = createHash("sha256");
  for await (const piece of text) hash.update(piece);
  return `0x${hash.digest("hex")}`;
}
