import fc from "fast-check";
import type { Address } from "viem";
import type { EpochInput } from "../types.ts";

const addresses = (digit: string, count: number) =>
  Array.from({ length: count }, (_, index) => `0x${digit}${index.toString(16).padStart(39, "0")}` as Address);

const networks = addresses("1", 2);
const tokens = addresses("2", 2);
const assets = addresses("3", 2);
const operators = addresses("a", 4);
// Two operators delegate too, to themselves and to others.
const delegators = [...addresses("d", 4), ...operators.slice(0, 2)];

const start = 1_000n;
const end = 1_030n;
const amount = fc.oneof(
  fc.bigInt(0n, 20n),
  fc.bigInt(0n, 10n ** 24n),
  fc.bigInt(2n ** 128n - 1_000n, 2n ** 128n),
);

/** Steps as the indexer has them: no two share a block, and two blocks may share a timestamp. */
function steps<Row>(row: fc.Arbitrary<Row>) {
  const placed = fc.tuple(row, fc.bigInt(980n, 1_040n));
  return fc
    .uniqueArray(placed, { maxLength: 24, selector: ([, block]) => block })
    .map((list) => list.map(([value, block]) => ({ ...value, block, timestamp: (block / 2n) * 2n })));
}

const any = <T>(values: readonly T[]) => fc.constantFrom(...values);
const bps = fc.integer({ min: 0, max: 10_000 });

/** Random epochs: two networks, tokens and assets, four operators, steps before, inside and after the epoch. */
export const randomEpoch: fc.Arbitrary<EpochInput> = fc.record({
  epoch: fc.constant(5n),
  start: fc.constant(start),
  end: fc.constant(end),
  schedules: fc.array(
    fc.record({
      network: any(networks),
      token: any(tokens),
      amountPerEpoch: amount,
      firstEpoch: fc.bigInt(3n, 6n),
      epochs: fc.bigInt(1n, 4n),
    }),
    { maxLength: 4 },
  ),
  accruals: fc.array(
    fc.record({
      network: any(networks),
      token: any(tokens),
      amount,
      source: fc.constantFrom("FEE" as const, "FORFEITED_BOND" as const, "SLASHED_STAKE" as const),
    }),
    { maxLength: 4 },
  ),
  carries: fc.uniqueArray(fc.record({ network: any(networks), token: any(tokens), amount }), {
    maxLength: 4,
    selector: (row) => `${row.network}${row.token}`,
  }),
  weights: steps(
    fc.record({
      network: any(networks),
      operator: any(operators),
      asset: any(assets),
      weight: fc.oneof(fc.constant(0n), amount),
    }),
  ),
  shares: steps(
    fc.record({
      delegator: any(delegators),
      operator: any(operators),
      asset: any(assets),
      shares: fc.oneof(fc.constant(0n), amount),
    }),
  ),
  participations: fc.uniqueArray(
    fc
      .record({
        network: any(networks),
        operator: any(operators),
        assigned: fc.bigInt(0n, 5n),
        part: fc.bigInt(0n, 5n),
      })
      .map(({ part, ...row }) => ({ ...row, signed: part % (row.assigned + 1n) })),
    { selector: (row) => `${row.network}${row.operator}` },
  ),
  performance: fc
    .tuple(bps, bps)
    .map((values) => networks.map((network, index) => ({ network, performanceBps: values[index] ?? 0 }))),
  commissions: fc
    .tuple(bps, bps, bps, bps)
    .map((values) => operators.map((operator, index) => ({ operator, commissionBps: values[index] ?? 0 }))),
  slashed: fc.array(fc.record({ network: any(networks), operator: any(operators) }), { maxLength: 3 }),
  earned: fc.uniqueArray(
    fc.record({ earner: any(delegators), token: any(tokens), cumulative: fc.bigInt(1n, 10n ** 20n) }),
    { maxLength: 5, selector: (row) => `${row.earner}${row.token}` },
  ),
});
