import type { Hex } from "viem";
import type { JournalFile } from "./JournalFile.ts";
import { decodeEntry, domainOf, identityOf, JournalCorruptError } from "./record.ts";

/** Where a record stands in the journal, and the digest that was signed. */
export type RecordPosition = {
  readonly digest: Hex | null;
  readonly offset: number;
  readonly length: number;
};

/** What the journal says. */
export type JournalIndex = {
  /** By `identityOf`. */
  readonly positions: Map<string, RecordPosition>;
  /** The highest block of a quarantine, by `domainOf`. */
  readonly quarantines: Map<string, bigint>;
};

const lineFeed = 0x0a;
const chunkBytes = 1 << 16;

/**
 * Reads the whole journal. A last line without its line feed is what a crash in the middle of a write leaves; its
 * signature never left, so it is cut off, unless the record is whole but for the line feed: then it counts.
 *
 * @returns the index and the file's size after the cut.
 * @throws {JournalCorruptError} when any line that was ended says nothing, or two contradict each other.
 */
export async function loadRecords(
  file: JournalFile,
  path: string,
): Promise<{ index: JournalIndex; size: number }> {
  const index: JournalIndex = { positions: new Map(), quarantines: new Map() };
  let offset = 0;
  let number = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunksOf(file)) {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(lineFeed); end >= 0; end = rest.indexOf(lineFeed)) {
      number++;
      const place = { offset, length: end + 1 };
      addEntry(index, rest.toString("utf8", 0, end), place, `${path}, line ${number}`);
      offset += end + 1;
      rest = rest.subarray(end + 1);
    }
  }
  if (rest.length === 0) return { index, size: offset };
  if (decodeEntry(rest.toString("utf8")) === undefined) {
    await file.truncate(offset);
    return { index, size: offset };
  }
  const length = rest.length + 1;
  addEntry(index, rest.toString("utf8"), { offset, length }, `${path}, line ${number + 1}`);
  await file.appendFile("\n");
  return { index, size: offset + length };
}

function addEntry(
  { positions, quarantines }: JournalIndex,
  line: string,
  place: { offset: number; length: number },
  where: string,
): void {
  const advice =
    "Restore the newest intact copy, or start with a new key: without the journal a second signature for a task is possible, and it is slashed.";
  const entry = decodeEntry(line);
  if (entry === undefined)
    throw new JournalCorruptError(`The signing journal is damaged (${where}). ${advice}`);
  if (entry.kind === "quarantine") {
    addQuarantine(quarantines, domainOf(entry.quarantine), entry.quarantine.block);
    return;
  }
  const identity = identityOf(entry.record);
  const known = positions.get(identity);
  if (known !== undefined && known.digest !== entry.record.digest) {
    throw new JournalCorruptError(`The signing journal contradicts itself (${where}). ${advice}`);
  }
  positions.set(identity, { digest: entry.record.digest, ...place });
}

/** A quarantine only ever grows. */
export function addQuarantine(quarantines: Map<string, bigint>, domain: string, block: bigint): void {
  const known = quarantines.get(domain);
  if (known === undefined || known < block) quarantines.set(domain, block);
}

async function* chunksOf(file: JournalFile): AsyncGenerator<Buffer> {
  for (let position = 0; ; ) {
    const chunk = Buffer.alloc(chunkBytes);
    const { bytesRead } = await file.read(chunk, 0, chunkBytes, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield chunk.subarray(0, bytesRead);
  }
}
