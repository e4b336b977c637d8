import type { Address } from "viem";
import { seededRandom } from "../../../test/support/seededRandom.ts";
import type { Accrual, Schedule } from "../types.ts";

const addresses = (digit: string, count: number) =>
  Array.from({ length: count }, (_, index) => `0x${digit}${index.toString(16).padStart(39, "0")}` as Address);
const networks = addresses("1", 2);
const tokens = addresses("2", 3);
const assets = addresses("3", 2);
/** The last one is never synced: it has delegators and is named in tasks, and no weight is ever recorded. */
const operators = addresses("a", 5);
const synced = operators.slice(0, -1);
/** Two operators delegate too, to themselves and to others. */
const delegators = [...addresses("d", 5), ...operators.slice(0, 2)];

export const epochSeconds = 20n;
export const epochs = 6n;

/** An event of the chain: of several in a block the order counts. */
type At = { readonly block: bigint; readonly timestamp: bigint; readonly order: bigint };
type Key = { readonly operator: Address; readonly asset: Address };
export type Task = {
  readonly network: Address;
  /** Null when it expired. */
  readonly respondedAt: bigint | null;
  readonly parts: readonly {
    readonly operator: Address;
    readonly weight: bigint;
    readonly signed: boolean;
  }[];
};

/** What happened on a chain over some epochs. */
export type History = {
  readonly genesis: bigint;
  readonly weights: readonly (At & Key & { readonly network: Address; readonly weight: bigint })[];
  readonly shares: readonly (At & Key & { readonly delegator: Address; readonly shares: bigint })[];
  readonly schedules: readonly Schedule[];
  readonly accruals: readonly (Accrual & { readonly epoch: bigint })[];
  readonly tasks: readonly Task[];
  readonly performance: readonly { readonly network: Address; readonly from: bigint; readonly bps: number }[];
  readonly commissions: readonly {
    readonly operator: Address;
    readonly from: bigint;
    readonly bps: number;
  }[];
  readonly slashes: readonly { readonly network: Address; readonly operator: Address; readonly at: bigint }[];
  /** Epochs whose root the guardian disabled. */
  readonly disabled: readonly bigint[];
};

/** A random history: deposits and withdrawals, opt-ins and outs, slashes, changes of commission, and epochs in which nothing is to be paid. */
export function randomHistory(seed: number, genesis: bigint): History {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const any = <T>(values: readonly T[]) => values[below(values.length)] as T;
  const chance = (share: number) => random() < share;
  const wide = () => BigInt(below(2 ** 32)) * 2n ** 32n + BigInt(below(2 ** 32));
  const amount = () =>
    any([() => BigInt(below(20)), wide, () => wide() * 10n ** 12n, () => 2n ** 128n - wide()])();
  const many = <T>(limit: number, make: () => T) => Array.from({ length: below(limit + 1) }, make);

  const end = genesis + epochs * epochSeconds;
  const moments: At[] = [];
  // From before the first epoch to after the last one; two blocks may have one time, and a block several events.
  for (let [block, timestamp] = [1n, genesis - 10n]; timestamp < end + 5n; block++) {
    for (let index = 0; index <= below(3); index++)
      moments.push({ block, timestamp, order: block * 10n + BigInt(index) });
    timestamp += BigInt(below(5));
  }

  const weights: History["weights"][number][] = [];
  const shares: History["shares"][number][] = [];
  const held = new Map<string, bigint>();
  for (const at of moments) {
    if (chance(0.4)) {
      const key = { network: any(networks), operator: any(synced), asset: any(assets) };
      weights.push({ ...at, ...key, weight: chance(0.25) ? 0n : amount() });
      continue;
    }
    const key = { delegator: any(delegators), operator: any(operators), asset: any(assets) };
    const name = Object.values(key).join();
    const before = held.get(name) ?? 0n;
    const after = chance(0.4) ? (chance(0.5) ? 0n : before / 2n) : before + amount();
    held.set(name, after);
    shares.push({ ...at, ...key, shares: after });
  }

  const epoch = () => BigInt(below(Number(epochs)));
  const second = () => genesis + BigInt(below(Number(epochs * epochSeconds)));
  const pot = () => ({ network: any(networks), token: any(tokens) });
  return {
    ...{ genesis, weights, shares },
    schedules: many(4, () => ({
      ...{ ...pot(), amountPerEpoch: amount(), firstEpoch: epoch(), epochs: BigInt(1 + below(3)) },
    })),
    accruals: many(6, () => ({
      ...{ ...pot(), epoch: epoch(), amount: amount() },
      source: any(["FEE", "FORFEITED_BOND", "SLASHED_STAKE"] as const),
    })),
    tasks: many(12, () => ({
      network: any(networks),
      respondedAt: chance(0.8) ? second() : null,
      parts: operators.map((operator) => ({
        operator,
        weight: operator === operators.at(-1) || chance(0.2) ? 0n : 1n + wide(),
        signed: chance(0.6),
      })),
    })),
    performance: networks.flatMap((network) => [
      { network, from: 0n, bps: below(10_001) },
      ...many(2, () => ({ network, from: epoch() + 1n, bps: any([0, 10_000, below(10_001)]) })),
    ]),
    commissions: operators.flatMap((operator) => [
      { operator, from: 0n, bps: any([0, below(10_001)]) },
      ...many(2, () => ({ operator, from: epoch() + 2n, bps: any([10_000, below(10_001)]) })),
    ]),
    slashes: many(4, () => ({ network: any(networks), operator: any(synced), at: second() })),
    disabled: many(3, epoch),
  };
}
