import { dirname } from "node:path";
import { NektarError } from "../../lib/errors/NektarError.ts";
import { diskStorage, type JournalFile, type JournalStorage } from "./JournalFile.ts";
import { addQuarantine, type JournalIndex, loadRecords } from "./loadRecords.ts";
import {
  decodeEntry,
  domainOf,
  encodeQuarantine,
  encodeRecord,
  identityOf,
  type Quarantine,
  type SigningRecord,
  type TaskIdentity,
} from "./record.ts";

/** The journal's name in the data directory. */
export const journalFileName = "signing-journal.jsonl";

/** The caller must drop the task: signing would make a second, different signature for it possible. */
export class SigningRefusedError extends NektarError {
  readonly code = "SIGNING_REFUSED";
}

/** The disk refused a record. Nothing may be signed until the process was restarted and has read the journal again. */
export class JournalBrokenError extends NektarError {
  readonly code = "JOURNAL_BROKEN";
}

/**
 * The append-only file that makes a second, different signature for a task impossible, also after a crash:
 * record, fsync, sign, release. The directory must be locked by the caller (`lockDirectory`).
 */
export class Journal {
  readonly #file: JournalFile;
  readonly #index: JournalIndex;
  #size: number;
  #broken = false;
  /** Records are written one after the other, so that a check and its write are never torn apart. */
  #tail: Promise<unknown> = Promise.resolve();

  private constructor(file: JournalFile, index: JournalIndex, size: number) {
    this.#file = file;
    this.#index = index;
    this.#size = size;
  }

  /**
   * Opens or creates the journal. A last line that a crash cut short is cut off: its signature never left.
   *
   * @throws {JournalCorruptError} when any other line is damaged.
   */
  static async open(path: string, storage: JournalStorage = diskStorage): Promise<Journal> {
    const file = await storage.open(path);
    try {
      const { index, size } = await loadRecords(file, path);
      await file.sync();
      await storage.syncDirectory(dirname(path));
      return new Journal(file, index, size);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Number of tasks that have a record. */
  get count(): number {
    return this.#index.positions.size;
  }

  get isBroken(): boolean {
    return this.#broken;
  }

  /**
   * Resolves once the record is on the disk, or was there before.
   *
   * @throws {SigningRefusedError} when another digest is recorded for this key, domain and task.
   * @throws {JournalBrokenError} when the disk failed, now or before.
   */
  async record(record: SigningRecord): Promise<void> {
    await this.recordAll([record]);
  }

  /**
   * Records all or none, as far as refusals go: none is written when one contradicts what is recorded, or another of them.
   * A crash may leave some of them.
   *
   * @throws {SigningRefusedError} @throws {JournalBrokenError}
   */
  async recordAll(records: readonly SigningRecord[]): Promise<void> {
    await this.#inTurn(() => this.#recordAll(records));
  }

  /** Keeps a key away from all tasks up to a block that have no record, for ever. @throws {JournalBrokenError} */
  async quarantine(quarantine: Quarantine): Promise<void> {
    await this.#inTurn(async () => {
      await this.#append(Buffer.from(encodeQuarantine(quarantine), "utf8"));
      addQuarantine(this.#index.quarantines, domainOf(quarantine), quarantine.block);
    });
  }

  /** The block up to which a key is kept away from tasks without a record; undefined when it is from none. */
  quarantinedUpTo(domain: Omit<TaskIdentity, "taskId">): bigint | undefined {
    return this.#index.quarantines.get(domainOf(domain));
  }

  /** The record of a task, undefined when nothing was ever signed for it. */
  async find(task: TaskIdentity): Promise<SigningRecord | undefined> {
    const position = this.#index.positions.get(identityOf(task));
    return position === undefined ? undefined : this.#read(position);
  }

  /** Every record, in the order of writing. */
  async *all(): AsyncGenerator<SigningRecord> {
    for (const position of [...this.#index.positions.values()]) {
      const record = await this.#read(position);
      if (record !== undefined) yield record;
    }
  }

  async close(): Promise<void> {
    await this.#tail;
    await this.#file.close();
  }

  async #read(position: { offset: number; length: number }): Promise<SigningRecord | undefined> {
    const line = Buffer.alloc(position.length);
    await this.#file.read(line, 0, position.length, position.offset);
    const entry = decodeEntry(line.toString("utf8").trimEnd());
    return entry?.kind === "record" ? entry.record : undefined;
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#tail.then(work);
    this.#tail = turn.catch(() => undefined);
    await turn;
  }

  async #recordAll(records: readonly SigningRecord[]): Promise<void> {
    const added = new Map<string, { record: SigningRecord; line: Buffer }>();
    for (const record of records) {
      const identity = identityOf(record);
      const known = this.#index.positions.get(identity) ?? added.get(identity)?.record;
      if (known === undefined)
        added.set(identity, { record, line: Buffer.from(encodeRecord(record), "utf8") });
      else if (!isSame(known.digest, record.digest)) throw refusal(record, known.digest);
    }
    if (added.size === 0) return;
    await this.#append(
      Buffer.concat([...added.values()].map(({ line }) => line)),
      [...added].map(([identity, { record, line }]) => ({ identity, record, length: line.length })),
    );
  }

  async #append(
    bytes: Buffer,
    records: readonly { identity: string; record: SigningRecord; length: number }[] = [],
  ): Promise<void> {
    if (this.#broken)
      throw new JournalBrokenError("The signing journal's disk failed earlier. Mend it and restart.");
    try {
      await this.#file.appendFile(bytes);
      await this.#file.datasync();
    } catch (cause) {
      // What the file holds now is unknown; after a failed fsync a second one may lie.
      this.#broken = true;
      throw new JournalBrokenError(
        "The signing journal could not be written: nothing is signed.",
        {},
        { cause },
      );
    }
    let offset = this.#size;
    for (const { identity, record, length } of records) {
      this.#index.positions.set(identity, { digest: lowercase(record.digest), offset, length });
      offset += length;
    }
    this.#size += bytes.length;
  }
}

function isSame(one: SigningRecord["digest"], other: SigningRecord["digest"]): boolean {
  return lowercase(one) === lowercase(other);
}

function lowercase(digest: SigningRecord["digest"]): SigningRecord["digest"] {
  return digest === null ? null : (digest.toLowerCase() as `0x${string}`);
}

function refusal(record: SigningRecord, recorded: SigningRecord["digest"]): SigningRefusedError {
  return new SigningRefusedError(
    `Another response to task ${record.taskId} was signed before. A second one would be slashed.`,
    { taskId: record.taskId, recorded, refused: record.digest },
  );
}
