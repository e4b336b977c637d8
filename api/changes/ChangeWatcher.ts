import type { Logger } from "../../lib/logging/createLogger.ts";
import { readCheckpoint } from "../meta/queries.ts";
import { ChangeConnection } from "./ChangeConnection.ts";
import type { DataState } from "./dataState.ts";
import type { Sighting } from "./queries.ts";

export type WatcherOptions = {
  readonly connectionString: string;
  /** False on a replica, which cannot listen: then looks alone find changes, and none of the schema `nektar`. */
  readonly listen: boolean;
  readonly chainId: number;
  readonly logger: Logger;
  /** How old a look may be that `current` answers from. */
  readonly maxAgeMs: number;
  /** Time between looks while somebody needs them: a rollback by a reorganisation is told by nobody. */
  readonly pollMs?: number;
};

const defaultPollMs = 200;
/** Looks go on for so long after the last question. */
const demandMs = 2_000;
const firstRetryMs = 50;
const slowestRetryMs = 2_000;

/**
 * Knows in memory which version the data has and how far the indexer is, from one connection that listens and looks.
 * A change is known within milliseconds when the database tells it, within `pollMs` otherwise.
 */
export class ChangeWatcher {
  readonly #options: WatcherOptions;
  readonly #listeners = new Set<() => void>();
  #connection: Promise<ChangeConnection> | undefined;
  #sighting: Sighting | undefined;
  #state: DataState | undefined;
  #numbers = { indexer: 1, nektar: 1 };
  /** When the newest look began. */
  #lookedAt = Number.NEGATIVE_INFINITY;
  #looking: Promise<void> | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #closed = false;

  constructor(options: WatcherOptions) {
    this.#options = options;
  }

  /** The state in memory, if a look is recent enough; costs nothing. */
  peek(): DataState | undefined {
    this.#askedAt = performance.now();
    return this.#askedAt - this.#lookedAt <= this.#options.maxAgeMs ? this.#state : undefined;
  }

  /**
   * The state, by a look that is at most `maxAgeMs` older than the call.
   *
   * @throws {Error} when the database does not answer.
   */
  async current(): Promise<DataState> {
    const oldest = performance.now() - this.#options.maxAgeMs;
    this.#askedAt = performance.now();
    while (this.#state === undefined || this.#lookedAt < oldest) await this.#look();
    this.#schedule();
    return this.#state;
  }

  /** Calls `onChange` after every change, until the returned function is called. */
  subscribe(onChange: () => void): () => void {
    const listener = () => onChange();
    this.#listeners.add(listener);
    this.#schedule();
    return () => this.#listeners.delete(listener);
  }

  /** This process has written to the schema `nektar`: its client must see that in its next answer. */
  wroteNektar(): void {
    this.#changed("nektar");
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#listeners.clear();
    const connection = await this.#connection?.catch(() => undefined);
    connection?.close();
    await this.#looking?.catch(() => {});
  }

  #look(): Promise<void> {
    this.#looking ??= this.#readState().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #readState(): Promise<void> {
    const startedAt = performance.now();
    try {
      const sighting = await (await this.#connect()).look(this.#options.chainId);
      this.#failures = 0;
      this.#lookedAt = startedAt;
      const changed = this.#state === undefined || sighting?.fingerprint !== this.#sighting?.fingerprint;
      this.#sighting = sighting;
      if (changed) this.#changed("indexer");
    } catch (error) {
      this.#lost(error);
      throw error;
    }
  }

  #connect(): Promise<ChangeConnection> {
    if (this.#closed) return Promise.reject(new Error("The watcher is closed."));
    this.#connection ??= ChangeConnection.open({
      connectionString: this.#options.connectionString,
      listen: this.#options.listen,
      onIndexerChange: () => {
        this.#changed("indexer");
        // A look that is under way may have begun before the change.
        const underWay = this.#looking?.catch(() => {}) ?? Promise.resolve();
        underWay.then(() => this.#look()).catch(() => {});
      },
      onNektarChange: () => this.#changed("nektar"),
      onLost: () => this.#lost(),
    });
    return this.#connection;
  }

  /** What was told meanwhile is not known: everything counts as changed. */
  #lost(error?: unknown): void {
    const wasConnected = this.#state !== undefined;
    this.#connection = undefined;
    this.#state = undefined;
    this.#sighting = undefined;
    this.#lookedAt = Number.NEGATIVE_INFINITY;
    this.#numbers.indexer += 1;
    this.#numbers.nektar += 1;
    if (this.#closed) return;
    if (wasConnected) this.#options.logger.warn({ err: error }, "the watch over the data's changes is lost");
    this.#failures += 1;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#schedule();
  }

  #changed(schema: "indexer" | "nektar"): void {
    this.#numbers[schema] += 1;
    const { listen, chainId } = this.#options;
    const sighting = this.#sighting;
    this.#state = {
      ...this.#numbers,
      indexerSettled: sighting?.ready ?? false,
      nektarWatched: listen,
      position: sighting && {
        chainId,
        indexed: readCheckpoint(sighting.latest),
        finalised: readCheckpoint(sighting.finalised),
      },
    };
    for (const listener of this.#listeners) listener();
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#closed) return;
    const { pollMs = defaultPollMs } = this.#options;
    const delay =
      this.#failures === 0 ? pollMs : Math.min(firstRetryMs * 2 ** this.#failures, slowestRetryMs);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const needed = this.#listeners.size > 0 || performance.now() - this.#askedAt < demandMs;
      if (!needed && this.#failures === 0) return;
      this.#look().then(
        () => this.#schedule(),
        () => this.#schedule(),
      );
    }, delay);
    this.#timer.unref();
  }
}
