/** Why a subscription ends before its client leaves. */
export type Ending = "slow" | "stopped";

/**
 * What waits to be sent to one subscriber. It holds a bounded number of messages: a subscriber that takes them more slowly
 * than they come loses the subscription, not the server its memory.
 */
export class Outbox<Message> implements AsyncIterableIterator<Message> {
  #limit: number;
  readonly #onClose: (ending: Ending | "left") => void;
  #messages: Message[] = [];
  #ending: Ending | "left" | undefined;
  #wake: (() => void) | undefined;

  constructor(limit: number, onClose: (ending: Ending | "left") => void) {
    this.#limit = limit;
    this.#onClose = onClose;
  }

  /** Why it ended; undefined while it goes on, or when the subscriber left. */
  get ending(): Ending | undefined {
    return this.#ending === "left" ? undefined : this.#ending;
  }

  /** Puts in what a subscriber missed, which does not count against the limit. */
  fill(messages: readonly Message[]): void {
    if (this.#ending !== undefined) return;
    this.#messages.push(...messages);
    this.#limit += messages.length;
    this.#wake?.();
  }

  push(message: Message): void {
    if (this.#ending !== undefined) return;
    if (this.#messages.length >= this.#limit) {
      this.end("slow");
      return;
    }
    this.#messages.push(message);
    this.#wake?.();
  }

  /** Ends it after nothing more: what waits is dropped. */
  end(ending: Ending | "left"): void {
    if (this.#ending !== undefined) return;
    this.#ending = ending;
    this.#messages = [];
    this.#onClose(ending);
    this.#wake?.();
  }

  async next(): Promise<IteratorResult<Message>> {
    for (;;) {
      const message = this.#messages.shift();
      if (message !== undefined) return { done: false, value: message };
      if (this.#ending !== undefined) return { done: true, value: undefined };
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
      this.#wake = undefined;
    }
  }

  async return(): Promise<IteratorResult<Message>> {
    this.end("left");
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
