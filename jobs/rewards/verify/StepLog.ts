type Step = { readonly block: bigint; readonly timestamp: bigint };

/** Values over time of many keys, as logs bring them in: of several in a block the last counts. */
export class StepLog<Row extends Step> {
  readonly #steps = new Map<string, Row[]>();

  add(key: string, row: Row): void {
    const steps = this.#steps.get(key);
    if (!steps) this.#steps.set(key, [row]);
    else if (steps.at(-1)?.block === row.block) steps[steps.length - 1] = row;
    else steps.push(row);
  }

  /** The newest value of a key. */
  last(key: string): Row | undefined {
    return this.#steps.get(key)?.at(-1);
  }

  /** The value of a key at the end of a block. */
  at(key: string, block: bigint): Row | undefined {
    return this.#steps.get(key)?.findLast((row) => row.block <= block);
  }

  /** What holds at some time inside `[start, end)`: of each key the last step at or before `start`, and those inside. */
  inside(start: bigint, end: bigint): Row[] {
    return [...this.#steps.values()].flatMap((steps) => {
      const before = steps.findLastIndex((row) => row.timestamp <= start);
      return steps.slice(Math.max(before, 0)).filter((row) => row.timestamp < end);
    });
  }

  /** Forgets what no time from `start` on needs to know. */
  forgetBefore(start: bigint): void {
    for (const [key, steps] of this.#steps) {
      const before = steps.findLastIndex((row) => row.timestamp <= start);
      if (before > 0) this.#steps.set(key, steps.slice(before));
    }
  }
}
