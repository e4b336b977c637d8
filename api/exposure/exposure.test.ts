import type { Address } from "viem";
import { beforeAll, describe, expect, it } from "vitest";
import { useFilledApi } from "../testing/useFilledApi.ts";
import { assets, delegators, networks, operators, origin, since } from "../testing/world.ts";

const api = useFilledApi();
const operator = operators[3];
const one = 10n ** 18n;
/** Odd on purpose, so that every quotient leaves a remainder. */
const pool = { totalAssets: 7_777_777_777n, totalShares: 8_888_888_881n, queuedShares: 1_234_567n };
const held = { magnitude: 333_333_333_333_333_333n, total: 999_999_999_999_999_997n };
const shares: readonly (readonly [Address, bigint])[] = [
  [delegators[0], 3_000_000_001n],
  [delegators[1], 5_887_654_313n],
];

beforeAll(async () => {
  const from = origin(100n);
  const key = { operator, asset: assets[1] };
  await api.db
    .insertInto("indexer.pool")
    .values({
      ...key,
      ...{ total_assets: pool.totalAssets, total_shares: pool.totalShares, queued_shares: pool.queuedShares },
      ...{ ...from, ...since(from) },
    })
    .execute();
  await api.db
    .insertInto("indexer.pool_magnitude")
    .values({ ...key, total_magnitude: held.total, ...since(from) })
    .execute();
  await api.db
    .insertInto("indexer.allocation")
    .values({
      ...{ ...key, network: networks[1], magnitude: held.magnitude, next_magnitude: 0n },
      // The fall waits: all of it counts still.
      ...{ effective_at: 2_000_000_000n, ...from, ...since(from) },
    })
    .execute();
  for (const [delegator, amount] of shares)
    await api.db
      .insertInto("indexer.delegation")
      .values({ ...key, delegator, shares: amount, ...from, ...since(from) })
      .execute();
  await api.db
    .insertInto("indexer.withdrawal")
    .values({
      ...{ ...key, id: `0x${"5a".repeat(32)}`, delegator: delegators[0], shares: pool.queuedShares },
      ...{ unlock_at: 2_000_000_000n, ...from },
    })
    .execute();
});

const up = (dividend: bigint, divisor: bigint) => (dividend + divisor - 1n) / divisor;
const worth = (amount: bigint, totalAssets: bigint) =>
  (amount * (totalAssets + 1n)) / (pool.totalShares + 1n);

/** `AllocationManager.slash` and `DelegationManager.slash`, in bigints. */
function slashed(fraction: bigint) {
  const magnitude = up(held.magnitude * fraction, one);
  const amount = up(pool.totalAssets * magnitude, held.total);
  const after = pool.totalAssets - amount;
  const fell = worth(pool.queuedShares, pool.totalAssets) - worth(pool.queuedShares, after);
  if (fell > amount) return { magnitude, amount, after, queued: amount };
  return { magnitude, amount, after, queued: fell };
}

type Simulated = {
  asset: { address: string };
  losses: { delegator: string; active: string; queued: string }[];
  dust: string;
};
const ofPool = `network: "${networks[1]}", operator: "${operator}"`;

describe("exposure", () => {
  it("is what a slash of everything takes, whatever waits and is queued included", async () => {
    const wanted = slashed(one);
    const fields = "magnitude totalMagnitude totalAssets slashable active queued";
    const expected = {
      magnitude: String(held.magnitude),
      totalMagnitude: String(held.total),
      totalAssets: String(pool.totalAssets),
      slashable: String(wanted.amount),
      active: String(wanted.amount - wanted.queued),
      queued: String(wanted.queued),
    };
    expect(await api.read(`{ exposure(${ofPool}, asset: "${assets[1]}") { ${fields} } }`)).toEqual([
      expected,
    ]);
    const inOperator = await api.read<{ exposure: unknown[] }>(
      `{ operator(address: "${operator}") { exposure { ${fields} } } }`,
    );
    expect(inOperator.exposure).toContainEqual(expected);
  });

  it("is nothing before there was an allocation", async () => {
    const { data, errors } = await api.ask(
      `{ exposure(${ofPool}, asset: "${assets[1]}", asOf: {timestamp: "${new Date(1_700_000_990_000).toISOString()}"}) { slashable } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({ exposure: [] });
  });
});

describe("a delegator", () => {
  it("has what the lists have of it, and is there for every address", async () => {
    const lists = "nodes { shares operator { address } asset { address } }";
    const own = await api.read(
      `{ delegator(address: "${delegators[0]}") { delegations { ${lists} } withdrawals { ${lists} } } }`,
    );
    const { data } = await api.ask(`{ delegations(where: {delegator: "${delegators[0]}"}) { ${lists} }
      withdrawals(where: {delegator: "${delegators[0]}"}) { ${lists} } }`);
    expect(own).toEqual(data);
    expect(
      await api.read(`{ delegator(address: "0x${"77".repeat(20)}") { delegations { totalCount } } }`),
    ).toEqual({
      delegations: { totalCount: 0 },
    });
  });

  it("lost by a slash what its shares were worth less afterwards", async () => {
    const { assets: lines } = (
      await api.read<{
        nodes: { assets: Record<string, unknown>[] }[];
      }>(`{ slashes(first: 1, where: {offence: WRONG_RESPONSE, operator: "${operators[0]}"}) {
        nodes { assets { assetsPerShareBefore assetsPerShareAfter losses(delegator: "${delegators[1]}") { active queued } } } } }`)
    ).nodes[0] as { assets: Record<string, unknown>[] };
    for (const { assetsPerShareBefore, assetsPerShareAfter, losses } of lines) {
      const fall = BigInt(assetsPerShareBefore as string) - BigInt(assetsPerShareAfter as string);
      // The world's first operator has 400 units, half of them this delegator's.
      expect(losses).toEqual([{ active: String((200n * one * fall) / one), queued: "0" }]);
    }
  });
});

describe("simulateSlash", () => {
  it.each([0n, 1n, 10n ** 17n, 333_333_333_333_333_333n, one])(
    "of %s rounds as the contracts do, and adds up over delegators",
    async (fraction) => {
      const wanted = slashed(fraction);
      const lines = await api.read<Simulated[]>(`{ simulateSlash(${ofPool}, fraction: "${fraction}") {
        asset { address } magnitudeSlashed magnitudeAfter totalMagnitudeAfter totalAssetsAfter activeSlashed queuedSlashed
        assetsPerShareBefore assetsPerShareAfter losses { delegator active queued } dust } }`);
      const line = lines.find(({ asset }) => asset.address.toLowerCase() === assets[1]);
      const loss = (amount: bigint) => worth(amount, pool.totalAssets) - worth(amount, wanted.after);
      const { losses, dust, ...totals } = line as Simulated;
      expect(totals).toMatchObject({
        magnitudeSlashed: String(wanted.magnitude),
        magnitudeAfter: String(held.magnitude - wanted.magnitude),
        totalMagnitudeAfter: String(held.total - wanted.magnitude),
        totalAssetsAfter: String(wanted.after),
        activeSlashed: String(wanted.amount - wanted.queued),
        queuedSlashed: String(wanted.queued),
        assetsPerShareBefore: String(worth(one, pool.totalAssets)),
        assetsPerShareAfter: String(worth(one, wanted.after)),
      });
      for (const [delegator, amount] of shares) {
        const told = losses.find((row) => row.delegator.toLowerCase() === delegator);
        expect(told?.active).toBe(String(loss(amount)));
        expect(told?.queued).toBe(String(delegator === delegators[0] ? loss(pool.queuedShares) : 0n));
      }
      const holdings = [...shares.map(([, amount]) => amount), pool.queuedShares];
      const lost = holdings.reduce((total, amount) => total + loss(amount), 0n);
      expect(dust).toBe(String(wanted.amount - lost));
    },
  );

  it.each(["-1", String(one + 1n)])("refuses the fraction %s", async (fraction) => {
    const { errors } = await api.ask(
      `{ simulateSlash(${ofPool}, fraction: "${fraction}") { magnitudeAfter } }`,
    );
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(["BAD_USER_INPUT"]);
  });
});
