import { CachedAnswer } from "./CachedAnswer.ts";

/** An answer that is being made, and those who wait for it. */
export class Flight {
  readonly #controller = new AbortController();
  readonly #answer: Promise<CachedAnswer>;
  #waiting = 0;
  #settled = false;

  constructor(run: (signal: AbortSignal) => Promise<string>) {
    this.#answer = run(this.#controller.signal).then((text) => new CachedAnswer(text));
    const settle = () => {
      this.#settled = true;
    };
    this.#answer.then(settle, settle);
  }

  /** Whether nobody waits any more, so that its making is being given up. */
  get abandoned(): boolean {
    return this.#controller.signal.aborted;
  }

  /** The answer; undefined when its making failed. */
  get settled(): Promise<CachedAnswer | undefined> {
    return this.#answer.catch(() => undefined);
  }

  /** @throws {Error} what the making throws, or the signal's reason. */
  async wait(signal: AbortSignal | undefined): Promise<CachedAnswer> {
    this.#waiting += 1;
    let leave = () => {};
    const gone = new Promise<never>((_done, fail) => {
      leave = () => fail(signal?.reason);
      signal?.addEventListener("abort", leave, { once: true });
    });
    try {
      return await (signal === undefined ? this.#answer : Promise.race([this.#answer, gone]));
    } finally {
      signal?.removeEventListener("abort", leave);
      this.#waiting -= 1;
      if (this.#waiting === 0 && !this.#settled) this.#controller.abort(signal?.reason);
    }
  }
}
