import type { Address } from "viem";

/** What earners were found to have earned, by token and then by earner. */
export class Credits {
  readonly #byToken = new Map<Address, Map<Address, bigint>>();

  add(token: Address, earner: Address, amount: bigint): void {
    if (amount === 0n) return;
    const ofToken = this.#byToken.get(token);
    if (ofToken) ofToken.set(earner, (ofToken.get(earner) ?? 0n) + amount);
    else this.#byToken.set(token, new Map([[earner, amount]]));
  }

  /** The earners of each token, ascending, in groups by the first hex digits of their address, as many digits as told. */
  *groups(digits: number): Generator<CreditGroup> {
    for (const [token, amounts] of this.#byToken) {
      const earners = [...amounts.keys()].sort();
      const rangeOf = (index: number) => earners[index]?.slice(2, 2 + digits);
      for (let from = 0, until = 0; from < earners.length; from = until) {
        const range = rangeOf(from) as string;
        while (rangeOf(until) === range) until++;
        const group = earners.slice(from, until);
        yield { token, range, earners: group, amounts: group.map((earner) => amounts.get(earner) as bigint) };
      }
    }
  }
}

/** Digits of the ranges in which shards write credits down: of five million earners a range has some 20,000. */
export const rangeDigits = 2;

export type CreditGroup = {
  readonly token: Address;
  readonly range: string;
  readonly earners: readonly Address[];
  readonly amounts: readonly bigint[];
};
