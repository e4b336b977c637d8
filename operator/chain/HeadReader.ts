import type { PublicClient } from "viem";

/** The newest block. Its timestamp, in seconds, is the only clock that decides about deadlines. */
export type Head = { readonly number: bigint; readonly timestamp: bigint };

/** Reads the newest block, at most once at a time, and remembers it for those who can do with an older one. */
export class HeadReader {
  readonly #client: PublicClient;
  #last: { head: Head; atMs: number } | undefined;
  #reading: Promise<Head> | undefined;

  constructor(client: PublicClient) {
    this.#client = client;
  }

  /** Milliseconds since the chain answered last; undefined when it never did. */
  get ageMs(): number | undefined {
    return this.#last === undefined ? undefined : performance.now() - this.#last.atMs;
  }

  get last(): Head | undefined {
    return this.#last?.head;
  }

  /** The newest block, not read longer ago than `mostAgeMs`. */
  async latest(mostAgeMs = 1_000): Promise<Head> {
    if (this.#last !== undefined && performance.now() - this.#last.atMs <= mostAgeMs) return this.#last.head;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** Whether the chain's clock is past a deadline. A chain that does not answer is no reason to give up. */
  async hasPassed(deadline: bigint): Promise<boolean> {
    try {
      return (await this.latest(2_000)).timestamp > deadline;
    } catch {
      return false;
    }
  }

  async #read(): Promise<Head> {
    const { number, timestamp } = await this.#client.getBlock({ blockTag: "latest" });
    this.#last = { head: { number, timestamp }, atMs: performance.now() };
    return this.#last.head;
  }
}
