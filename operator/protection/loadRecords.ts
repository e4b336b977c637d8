import type { FileHandle } from "node:fs/promises";
import type { Hex } from "viem";
import { decodeRecord, identityOf, JournalCorruptError } from "./record.ts";

/** Where a record stands in the journal, and the digest that was signed. */
export type RecordPosition = { readonly digest: Hex; readonly offset: number; readonly length: number };

const lineFeed = 0x0a;
const chunkBytes = 1 << 16;

/**
 * Reads the whole journal. A last line without its line feed is what a crash in the middle of a write leaves; its
 * signature never left, so it is cut off, unless the record is whole but for the line feed: then it counts.
 *
 * @returns the index by identity and the file's size after the cut.
 * @throws {JournalCorruptError} when any line that was ended is no valid record, or two contradict each other.
 */
export async function loadRecords(
  file: FileHandle,
  path: string,
): Promise<{ positions: Map<string, RecordPosition>; size: number }> {
  const positions = new Map<string, RecordPosition>();
  let offset = 0;
  let number = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunksOf(file)) {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(lineFeed); end >= 0; end = rest.indexOf(lineFeed)) {
      number++;
      addRecord(
        positions,
        rest.toString("utf8", 0, end),
        { offset, length: end + 1 },
        `${path}, line ${number}`,
      );
      offset += end + 1;
      rest = rest.subarray(end + 1);
    }
  }
  if (rest.length === 0) return { positions, size: offset };
  if (decodeRecord(rest.toString("utf8")) === undefined) {
    await file.truncate(offset);
    return { positions, size: offset };
  }
  const length = rest.length + 1;
  addRecord(positions, rest.toString("utf8"), { offset, length }, `${path}, line ${number + 1}`);
  await file.appendFile("\n");
  return { positions, size: offset + length };
}

function addRecord(
  positions: Map<string, RecordPosition>,
  line: string,
  place: { offset: number; length: number },
  where: string,
): void {
  const advice =
    "Restore the newest intact copy, or start with a new key: without the journal a second signature for a task is possible, and it is slashed.";
  const record = decodeRecord(line);
  if (record === undefined)
    throw new JournalCorruptError(`The signing journal is damaged (${where}). ${advice}`);
  const identity = identityOf(record);
  const known = positions.get(identity);
  if (known !== undefined && known.digest !== record.digest) {
    throw new JournalCorruptError(`The signing journal contradicts itself (${where}). ${advice}`);
  }
  positions.set(identity, { digest: record.digest, ...place });
}

async function* chunksOf(file: FileHandle): AsyncGenerator<Buffer> {
  for (let position = 0; ; ) {
    const chunk = Buffer.alloc(chunkBytes);
    const { bytesRead } = await file.read(chunk, 0, chunkBytes, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield chunk.subarray(0, bytesRead);
  }
}
