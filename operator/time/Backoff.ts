/** Grows the pause between attempts: doubles from `firstMs` to `mostMs`, with jitter, so that many clients never come back at once. */
export class Backoff {
  readonly #firstMs: number;
  readonly #mostMs: number;
  #failures = 0;

  constructor(firstMs: number, mostMs: number) {
    this.#firstMs = firstMs;
    this.#mostMs = mostMs;
  }

  /** Failures in a row. */
  get failures(): number {
    return this.#failures;
  }

  succeeded(): void {
    this.#failures = 0;
  }

  /** Counts a failure and returns how long to wait, in milliseconds. */
  failed(): number {
    const pause = Math.min(this.#mostMs, this.#firstMs * 2 ** Math.min(this.#failures, 30));
    this.#failures++;
    return jitter(pause);
  }
}

/** The pause, 25 % shorter or longer at random. */
export function jitter(pauseMs: number): number {
  return pauseMs * (0.75 + Math.random() / 2);
}
