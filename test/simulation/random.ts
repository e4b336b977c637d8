import { seededRandom } from "../support/seededRandom.ts";

export type Random = ReturnType<typeof createRandom>;

/** Choices that are the same for the same seed. */
export function createRandom(seed: number) {
  // Neighbouring seeds must not begin alike.
  const next = seededRandom(Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995);
  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));

  function pick<Item>(items: readonly [Item, ...Item[]]): Item;
  function pick<Item>(items: readonly Item[]): Item | undefined;
  function pick<Item>(items: readonly Item[]): Item | undefined {
    return items[integer(0, items.length - 1)];
  }

  function shuffled<Item>(items: readonly Item[]): Item[] {
    const rest = [...items];
    const order: Item[] = [];
    while (rest.length > 0) order.push(...rest.splice(integer(0, rest.length - 1), 1));
    return order;
  }

  return {
    /** Whether something happens that happens in this share of all cases. */
    chance: (share: number): boolean => next() < share,
    /** A whole number, both ends included. */
    integer,
    /** The same for amounts. */
    amount(from: bigint, to: bigint): bigint {
      const steps = BigInt(Math.floor(next() * 2 ** 32)) * 2n ** 32n + BigInt(Math.floor(next() * 2 ** 32));
      return from + ((to - from + 1n) * steps) / 2n ** 64n;
    },
    pick,
    shuffled,
    /** At least one of them, in any order; none of an empty list. */
    some: <Item>(items: readonly Item[]): Item[] =>
      shuffled(items).slice(0, items.length === 0 ? 0 : integer(1, items.length)),
    /** One of them, the heavier the likelier; undefined of none. */
    weighted<Item extends { readonly weight: number }>(items: readonly Item[]): Item | undefined {
      let left = next() * items.reduce((sum, { weight }) => sum + weight, 0);
      for (const item of items) {
        left -= item.weight;
        if (left < 0) return item;
      }
      return items.at(-1);
    },
  };
}
