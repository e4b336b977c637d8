import { LRUCache } from "lru-cache";
import type { ChangeWatcher } from "../changes/ChangeWatcher.ts";
import { type DataState, versionOf } from "../changes/dataState.ts";
import type { CachedAnswer } from "./CachedAnswer.ts";
import { Flight } from "./Flight.ts";

export type CacheOptions = {
  readonly changes: Pick<ChangeWatcher, "peek" | "current">;
  /** What all kept answers and their keys may take in memory, roughly; 0 keeps none. */
  readonly maxBytes: number;
};

export type CacheRequest = {
  /**
   * Equal for requests with equal answers on equal rows: the plan, its parameters, and whatever else the answer is made of, as
   * the position that was read for it and the chain's safe block.
   */
  readonly key: string;
  /** Whether the answer reads the schema `nektar`. */
  readonly readsNektar: boolean;
  /** Of the client; when all that wait for an answer are gone, its making is given up. */
  readonly signal?: AbortSignal;
};

type Entry = { readonly version: string; readonly answer: CachedAnswer };

/** An entry's own objects, roughly, in bytes. */
const entryBytes = 300;
const bytesOfCharacter = 2;

/**
 * Keeps the texts of answers, each for one version of the data.
 *
 * An answer is kept under the version that was current before it was made began, if that still is when it is done, and given
 * out under that version only. Rows that a statement read are at least as new as the version that was known before it, so
 * nothing older than the current version is ever given out. Equal requests at one time are answered by one making.
 */
export class ResponseCache {
  readonly #changes: CacheOptions["changes"];
  readonly #entries: LRUCache<string, Entry> | undefined;
  readonly #flights = new Map<string, Flight>();
  readonly counts = { hits: 0, joined: 0, misses: 0, uncacheable: 0 };

  constructor({ changes, maxBytes }: CacheOptions) {
    this.#changes = changes;
    this.#entries =
      maxBytes === 0
        ? undefined
        : new LRUCache({
            maxSize: maxBytes,
            // One answer must not push out all others.
            maxEntrySize: Math.ceil(maxBytes / 8),
            sizeCalculation: ({ answer }, key) =>
              (answer.text.length + key.length) * bytesOfCharacter + entryBytes,
          });
  }

  /** The kept answer, if it is of the current version; without waiting for anything. */
  peek({ key, readsNektar }: CacheRequest): CachedAnswer | undefined {
    const state = this.#changes.peek();
    const version = state && versionOf(state, readsNektar);
    return version === undefined ? undefined : this.#kept(key, version);
  }

  /**
   * The kept answer, or what `run` makes.
   *
   * @param run makes the answer's text from what the database holds when it is called, or later. Its signal tells that nobody
   * waits any more.
   * @throws {Error} what `run` throws; nothing is kept then. The reason of `signal` when the client has gone.
   */
  async cached(request: CacheRequest, run: (signal: AbortSignal) => Promise<string>): Promise<CachedAnswer> {
    const { key, readsNektar, signal } = request;
    signal?.throwIfAborted();
    const version = await this.#version(readsNektar);
    if (version === undefined) {
      this.counts.uncacheable += 1;
      return new Flight(run).wait(signal);
    }
    const kept = this.#kept(key, version);
    if (kept !== undefined) return kept;
    const flightKey = `${version} ${key}`;
    const underWay = this.#flights.get(flightKey);
    if (underWay !== undefined && !underWay.abandoned) {
      this.counts.joined += 1;
      return underWay.wait(signal);
    }
    this.counts.misses += 1;
    const flight = new Flight(run);
    this.#flights.set(flightKey, flight);
    flight.settled.then((answer) => {
      if (this.#flights.get(flightKey) === flight) this.#flights.delete(flightKey);
      if (answer !== undefined) this.#keep(request, version, answer);
    });
    return flight.wait(signal);
  }

  #kept(key: string, version: string): CachedAnswer | undefined {
    const entry = this.#entries?.get(key);
    if (entry?.version !== version) return undefined;
    this.counts.hits += 1;
    return entry.answer;
  }

  #keep({ key, readsNektar }: CacheRequest, version: string, answer: CachedAnswer): void {
    const state = this.#changes.peek();
    if (state !== undefined && versionOf(state, readsNektar) === version)
      this.#entries?.set(key, { version, answer });
  }

  async #version(readsNektar: boolean): Promise<string | undefined> {
    // A database that does not answer fails the statement itself, with its own error.
    const state: DataState | undefined =
      this.#changes.peek() ?? (await this.#changes.current().catch(() => undefined));
    return state && versionOf(state, readsNektar);
  }
}
