import { type FileHandle, open } from "node:fs/promises";
import { dirname } from "node:path";
import type { Hex } from "viem";
import { NektarError } from "../../lib/errors/NektarError.ts";
import { loadRecords, type RecordPosition } from "./loadRecords.ts";
import { decodeRecord, encodeRecord, identityOf, type SigningRecord, type TaskIdentity } from "./record.ts";

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
  readonly #file: FileHandle;
  readonly #positions: Map<string, RecordPosition>;
  #size: number;
  #broken = false;
  /** Records are written one after the other, so that a check and its write are never torn apart. */
  #tail: Promise<unknown> = Promise.resolve();

  private constructor(file: FileHandle, positions: Map<string, RecordPosition>, size: number) {
    this.#file = file;
    this.#positions = positions;
    this.#size = size;
  }

  /**
   * Opens or creates the journal. A last line that a crash cut short is cut off: its signature never left.
   *
   * @throws {JournalCorruptError} when any other line is damaged.
   */
  static async open(path: string): Promise<Journal> {
    const file = await open(path, "a+", 0o600);
    try {
      const { positions, size } = await loadRecords(file, path);
      await file.sync();
      await syncDirectory(dirname(path));
      return new Journal(file, positions, size);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Number of tasks that have a record. */
  get count(): number {
    return this.#positions.size;
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
    const turn = this.#tail.then(() => this.#append(record));
    this.#tail = turn.catch(() => undefined);
    await turn;
  }

  /** The record of a task, undefined when nothing was ever signed for it. */
  async find(task: TaskIdentity): Promise<SigningRecord | undefined> {
    const position = this.#positions.get(identityOf(task));
    if (position === undefined) return undefined;
    const line = Buffer.alloc(position.length);
    await this.#file.read(line, 0, position.length, position.offset);
    return decodeRecord(line.toString("utf8").trimEnd());
  }

  async close(): Promise<void> {
    await this.#tail;
    await this.#file.close();
  }

  async #append(record: SigningRecord): Promise<void> {
    if (this.#broken)
      throw new JournalBrokenError("The signing journal's disk failed earlier. Mend it and restart.");
    const identity = identityOf(record);
    const known = this.#positions.get(identity);
    if (known !== undefined) {
      if (known.digest === record.digest.toLowerCase()) return;
      throw new SigningRefusedError(
        `Another response to task ${record.taskId} was signed before. A second one would be slashed.`,
        { taskId: record.taskId, recorded: known.digest, refused: record.digest },
      );
    }
    const line = Buffer.from(encodeRecord(record), "utf8");
    try {
      await this.#file.appendFile(line);
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
    const digest = record.digest.toLowerCase() as Hex;
    this.#positions.set(identity, { digest, offset: this.#size, length: line.length });
    this.#size += line.length;
  }
}

/** Makes a new file's name durable. Windows has no such call and needs none. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const directory = await open(path, "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
