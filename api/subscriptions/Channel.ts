import type { DataState } from "../changes/dataState.ts";
import { versionOf } from "../changes/dataState.ts";
import type { Position } from "../meta/queries.ts";
import type { PayloadRow } from "../plan/PayloadRow.ts";
import { type Ending, Outbox } from "./Outbox.ts";
import type { Message } from "./Subscriptions.ts";

/** What there is to tell of one subject; `LogTopic` and `EpochTopic`. */
export type Topic<Update> = {
  look(position: Position, publish: (updates: Update[]) => void): Promise<void>;
  since(cursor: string, join: (updates: Update[]) => void): Promise<void>;
  forget(): void;
};

/** Messages that may wait for one subscriber. */
export const mostWaiting = 256;

/** The subscribers to one topic. It is looked at only while there are some, once for all. */
export class Channel<Update extends object> {
  readonly #topic: Topic<Update>;
  readonly #rowOf: (update: Update) => PayloadRow;
  readonly #readsNektar: boolean;
  readonly #subscribers = new Map<Outbox<Message>, (update: Update) => boolean>();
  /** Those who have joined and those who are about to. */
  #interested = 0;
  #version: string | undefined;
  #looking: Promise<void> | undefined;
  #position: Position | undefined;
  /** Since the last look; those who come back at one time share theirs too. */
  #messages = new WeakMap<Update, Message>();

  constructor(topic: Topic<Update>, rowOf: (update: Update) => PayloadRow, readsNektar: boolean) {
    this.#topic = topic;
    this.#rowOf = rowOf;
    this.#readsNektar = readsNektar;
  }

  get size(): number {
    return this.#interested;
  }

  /**
   * Looks if there is anybody to tell and the data may have changed.
   * @throws {Error} when what there is to tell cannot be read now; the next look tells it.
   */
  async look(state: DataState): Promise<void> {
    while (this.#looking !== undefined) await this.#looking.catch(() => {});
    const version = versionOf(state, this.#readsNektar) ?? versionOf(state, false);
    const { position } = state;
    // While the indexer restores its rows, what is missing was not taken back.
    if (this.#interested === 0 || version === undefined || position === undefined) return;
    if (version === this.#version) return;
    const publish = (updates: readonly Update[]) => {
      if (this.#interested === 0) return this.#forget();
      this.#version = version;
      this.#position = position;
      this.#messages = new WeakMap();
      for (const update of updates) this.#publish(update);
    };
    this.#looking = this.#topic.look(position, publish).finally(() => {
      this.#looking = undefined;
    });
    await this.#looking;
  }

  /**
   * @param look makes the channel look, if it has not yet.
   * @param after the cursor to go on from.
   * @throws {GraphQLError} BAD_USER_INPUT when the cursor cannot be used.
   */
  async subscribe(
    wants: (update: Update) => boolean,
    after: string | undefined,
    look: () => Promise<void>,
    onClose: (ending: Ending | "left") => void,
  ): Promise<Outbox<Message>> {
    const outbox = new Outbox<Message>(mostWaiting, (ending) => {
      this.#subscribers.delete(outbox);
      this.#interested -= 1;
      if (this.#interested === 0) this.#forget();
      onClose(ending);
    });
    this.#interested += 1;
    try {
      if (this.#version === undefined) await look();
      const join = (updates: readonly Update[]) => {
        const missed = updates.filter(wants).map((update) => this.#message(update));
        outbox.fill(missed);
        this.#subscribers.set(outbox, wants);
      };
      if (after === undefined) join([]);
      else await this.#topic.since(after, join);
      return outbox;
    } catch (error) {
      outbox.end("left");
      throw error;
    }
  }

  end(): void {
    for (const outbox of [...this.#subscribers.keys()]) outbox.end("stopped");
  }

  #publish(update: Update): void {
    const message = this.#message(update);
    for (const [outbox, wants] of [...this.#subscribers]) if (wants(update)) outbox.push(message);
  }

  #message(update: Update): Message {
    const known = this.#messages.get(update);
    if (known !== undefined) return known;
    if (this.#position === undefined) throw new Error("The channel has not looked yet.");
    const message = { row: this.#rowOf(update), position: this.#position, answers: new Map() };
    this.#messages.set(update, message);
    return message;
  }

  #forget(): void {
    this.#topic.forget();
    this.#version = undefined;
  }
}
