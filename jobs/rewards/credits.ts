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

  /** The earners of each token in groups by the first hex digits of their address, as many digits as told. */
  *groups(digits: number): Generator<CreditGroup> {
    for (const [token, amounts] of this.#byToken) {
      const groups = new Map<string, { earners: Address[]; amounts: bigint[] }>();
      for (const [earner, amount] of amounts) {
        const range = earner.slice(2, 2 + digits);
        const group = groups.get(range) ?? { earners: [], amounts: [] };
        if (group.earners.length === 0) groups.set(range, group);
        group.earners.push(earner);
        group.amounts.push(amount);
      }
      for (const [range, group] of groups) yield { token, range, ...group };
    }
  }
}

export type CreditGroup = {
  readonly token: Address;
  readonly range: string;
  readonly earners: readonly Address[];
  readonly amounts: readonly bigint[];
};
