import { describe, expect, it } from "vitest";
import { setPosition } from "../testing/fillDatabase.ts";
import { useFilledApi } from "../testing/useFilledApi.ts";
import { finalised, indexed, networks, operators, unit } from "../testing/world.ts";

const api = useFilledApi();

type Allocation = { magnitude: string; nextMagnitude: string | null; effectiveAt: string | null };
const fields = "{ magnitude nextMagnitude effectiveAt }";
const percent = (value: bigint) => ((value * unit) / 100n).toString();
const settled = (value: bigint) => ({ magnitude: percent(value), nextMagnitude: null, effectiveAt: null });
const rising = { magnitude: percent(25n), nextMagnitude: percent(60n), effectiveAt: "2023-11-14T23:53:20Z" };

const ofNetwork = async () =>
  (
    await api.read<{ allocations: Allocation[] }>(
      `{ network(address: "${networks[0]}") { allocations ${fields} } }`,
    )
  ).allocations;

describe("allocations", () => {
  it("of operators are as of the indexed block, without those that are over", async () => {
    const before = api.statements();
    const { nodes } = await api.read<{ nodes: { allocations: unknown }[] }>(
      `{ operators(orderBy: REGISTERED_ASC) { nodes { allocations { magnitude nextMagnitude effectiveAt
        asset { symbol } network { address } operator { address } } } } }`,
    );
    expect(api.statements() - before).toBe(1);
    expect(nodes.map(({ allocations }) => allocations)).toMatchObject([
      [{ ...settled(36n), asset: { symbol: "ONE" } }],
      [{ ...rising, asset: { symbol: "ONE" } }],
      [settled(100n)],
      [settled(100n)],
    ]);
  });

  it("of a network come the largest first, and have their effect in the second of `effectiveAt`", async () => {
    expect(await ofNetwork()).toEqual([settled(100n), settled(36n), rising]);
    try {
      await setPosition(api.db, { number: 600n, timestamp: indexed.timestamp + 399n }, finalised);
      expect(await ofNetwork()).toEqual([settled(100n), settled(36n), rising]);
      await setPosition(api.db, { number: 600n, timestamp: indexed.timestamp + 400n }, finalised);
      expect(await ofNetwork()).toEqual([settled(100n), settled(60n), settled(36n)]);
    } finally {
      await setPosition(api.db, indexed, finalised);
    }
  });

  it("that fall to nothing are shown until they have fallen", async () => {
    try {
      await setPosition(api.db, { number: 550n, timestamp: indexed.timestamp - 2n }, finalised);
      const { allocations } = await api.read<{ allocations: Allocation[] }>(
        `{ operator(address: "${operators[1]}") { allocations ${fields} } }`,
      );
      expect(allocations).toContainEqual({
        ...{ magnitude: percent(50n), nextMagnitude: "0", effectiveAt: "2023-11-14T23:46:39Z" },
      });
    } finally {
      await setPosition(api.db, indexed, finalised);
    }
  });

  it("are parts of a pool's magnitude, which slashes lower", async () => {
    const { nodes } = await api.read<{ nodes: { pools: { totalMagnitude: string }[] }[] }>(
      "{ operators(orderBy: REGISTERED_ASC) { nodes { pools { totalMagnitude } } } }",
    );
    const magnitudes = nodes.flatMap(({ pools }) => pools.map(({ totalMagnitude }) => totalMagnitude));
    expect(magnitudes).toEqual([percent(96n), percent(70n), percent(100n), percent(100n)]);
  });
});

describe("a network's parameters", () => {
  it("tell the rules of challenges and slashes, the recipient only where there is one", async () => {
    const { nodes } = await api.read<{ nodes: { parameters: unknown }[] }>(`{ networks { nodes { parameters {
      minimumOperators resolutionWindow bond wrongResponseSlashBps equivocationSlashBps challengerShareBps
      reporterShareBps slashSink slashRecipient } } } }`);
    const shared = {
      ...{ minimumOperators: 2, resolutionWindow: 200, bond: (100n * unit).toString() },
      ...{ wrongResponseSlashBps: 1_000, equivocationSlashBps: 5_000 },
      ...{ challengerShareBps: 2_000, reporterShareBps: 1_000 },
    };
    expect(nodes.map(({ parameters }) => parameters)).toEqual([
      { ...shared, slashSink: "RECIPIENT", slashRecipient: expect.stringMatching(/^0x[0-9a-fA-F]{40}$/) },
      { ...shared, slashSink: "REWARD_POT", slashRecipient: null },
    ]);
  });
});
