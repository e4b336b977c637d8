import { setImmediate as yieldToOthers } from "node:timers/promises";
import type { Hex } from "viem";
import type { BlsBackend, Key, Signature } from "./backend/BlsBackend.ts";

export type Signed = { readonly key: Key; readonly signature: Signature };

/** So many are summed up at once as they come in. */
const foldSize = 64;

/**
 * Signatures of one digest that are verified together: one pairing check however many they are, since their points are
 * checked and summed up as they come in. Only when that check fails are they halved until the bad ones are alone: with
 * `b` bad ones among `n`, about `2 b log2(n)` checks.
 *
 * Together is enough where the sum is used: it is what the contract checks, and registration proved that each operator
 * holds its key's secret. It is not enough to use one of the signatures alone: operators can shift theirs against each
 * other so that only the sum holds.
 */
export class ResponseBatch<Row extends Signed> {
  readonly #backend: BlsBackend;
  readonly #digest: Hex;
  readonly #onCheck: () => void;
  readonly #rows: Row[] = [];
  /** The sum of the first rows; the number of those that are in it. */
  #sum: Signed | undefined;
  #summed = 0;

  /** @param onCheck Called before each pairing check. */
  constructor(backend: BlsBackend, digest: Hex, onCheck: () => void = () => {}) {
    this.#backend = backend;
    this.#digest = digest;
    this.#onCheck = onCheck;
  }

  add(row: Row): void {
    this.#rows.push(row);
    if (this.#rows.length - this.#summed >= foldSize) this.#fold();
  }

  /** Those rows whose signatures hold. */
  async verify(): Promise<Row[]> {
    const sum = this.#fold();
    if (sum === undefined) return [];
    if (this.#holds(sum)) return [...this.#rows];
    return this.#halves(this.#rows);
  }

  #fold(): Signed | undefined {
    const added: Signed[] = this.#rows.slice(this.#summed);
    if (added.length === 0) return this.#sum;
    this.#sum = this.#add(this.#sum === undefined ? added : [this.#sum, ...added]);
    this.#summed = this.#rows.length;
    return this.#sum;
  }

  #add(rows: readonly Signed[]): Signed {
    return {
      key: this.#backend.addKeys(rows.map(({ key }) => key)),
      signature: this.#backend.add(rows.map(({ signature }) => signature)),
    };
  }

  #holds({ key, signature }: Signed): boolean {
    this.#onCheck();
    return this.#backend.verify(this.#digest, key, signature);
  }

  /** The good ones among rows whose sum does not hold. */
  async #halves(rows: readonly Row[]): Promise<Row[]> {
    if (rows.length <= 1) return [];
    const middle = rows.length >> 1;
    const good: Row[] = [];
    for (const half of [rows.slice(0, middle), rows.slice(middle)]) {
      await yieldToOthers(); // on noble a check takes some milliseconds, which must not add up
      good.push(...(this.#holds(this.#add(half)) ? half : await this.#halves(half)));
    }
    return good;
  }
}
