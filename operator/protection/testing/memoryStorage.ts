import type { JournalFile, JournalStorage } from "../JournalFile.ts";

/** Ends a life: whatever was under way never came to an end. */
export class Crash extends Error {}

/** Says at each call of the file system what befalls it. */
export type Fate = () => "works" | "crashes before" | "crashes after" | "fails";

/**
 * A disk in memory that loses power: after a crash the file holds what was synced and a part, chosen at random, of what was
 * written since. A failed sync may have kept all, some or nothing.
 */
export class MemoryStorage implements JournalStorage {
  /** What a process sees. */
  #content: Buffer = Buffer.alloc(0);
  /** How much of it is sure to be there after a crash. */
  #durable = 0;
  readonly #random: () => number;
  fate: Fate = () => "works";
  /** Calls so far: a random point to crash at is one of them. */
  calls = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  async open(): Promise<JournalFile> {
    return {
      read: async (buffer, offset, length, position) => {
        const bytesRead = this.#content.copy(buffer, offset, position, position + length);
        return { bytesRead };
      },
      appendFile: (data) => this.#call(() => this.#append(Buffer.from(data))),
      datasync: () => this.#call(() => this.#sync()),
      sync: () => this.#call(() => this.#sync()),
      truncate: (length) =>
        this.#call(() => {
          this.#content = this.#content.subarray(0, length);
          this.#durable = Math.min(this.#durable, length);
        }),
      close: async () => {},
    };
  }

  syncDirectory(): Promise<void> {
    return this.#call(() => {});
  }

  /** Power comes back: what was not synced is kept up to a random byte, the rest of it is gone. */
  reboot(): void {
    const kept = this.#durable + Math.floor(this.#random() * (this.#content.length - this.#durable + 1));
    this.#content = this.#content.subarray(0, kept);
    this.#durable = kept;
    this.fate = () => "works";
  }

  #append(data: Buffer): void {
    this.#content = Buffer.concat([this.#content, data]);
  }

  #sync(): void {
    this.#durable = this.#content.length;
  }

  async #call(work: () => void): Promise<void> {
    this.calls++;
    const fate = this.fate();
    if (fate === "crashes before") throw new Crash();
    if (fate === "fails") {
      if (this.#random() < 0.5) work();
      throw new Error("EIO");
    }
    work();
    if (fate === "crashes after") throw new Crash();
  }
}
