import { getAddress } from "viem";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { setPosition } from "../testing/fillDatabase.ts";
import { addressOf } from "../testing/identities.ts";
import { useFilledApi } from "../testing/useFilledApi.ts";
import { assets, finalised, genesis, indexed, networks, operators, origin, unit } from "../testing/world.ts";

const api = useFilledApi();
const iso = (seconds: bigint) => new Date(Number(seconds) * 1000).toISOString().replace(".000", "");
const at = (block: bigint) => genesis + block * 10n;
const feeToken = addressOf("another token");

type Change = Record<string, unknown>;
const fields =
  "{ nodes { kind status oldValue newValue effectiveAt announcedBlock parameter operator { address } network { address } asset { symbol } } }";
const ofOperator = async (index: number, args = "", asOf = "") =>
  (
    await api.read<{ scheduledChanges: { nodes: Change[] } }>(
      `{ operator(address: "${operators[index]}"${asOf}) { scheduledChanges${args} ${fields} } }`,
    )
  ).scheduledChanges.nodes;
const moveTo = (timestamp: bigint) => setPosition(api.db, { ...indexed, timestamp }, finalised);

beforeAll(async () => {
  // The fourth operator's allocation to the first network: 10 announced, 20 in its place before its time, halved by a slash while
  // it waited, in force, halved again.
  const key = { operator: operators[3], network: networks[0], asset: assets[0] };
  const version = (from: bigint, to: bigint, magnitude: bigint, next: bigint, effective: bigint) => ({
    ...key,
    ...{ magnitude: magnitude * unit, next_magnitude: next * unit, effective_at: at(effective) },
    ...{ since_block: from, since_timestamp: at(from), until_block: to, until_timestamp: at(to) },
  });
  const versions = [
    version(100n, 110n, 0n, 10n, 120n),
    version(110n, 115n, 0n, 20n, 130n),
    version(115n, 140n, 0n, 10n, 130n),
  ];
  await api.db.insertInto("indexer.allocation_history").values(versions).execute();
  const { until_block: _block, until_timestamp: _timestamp, ...row } = version(140n, 141n, 5n, 5n, 130n);
  await api.db
    .insertInto("indexer.allocation")
    .values({ ...row, ...origin(100n) })
    .execute();
  const { effective_epoch: _epoch, ...parameters } = await api.db
    .selectFrom("indexer.network_parameters")
    .selectAll()
    .where("network", "=", networks[1])
    .where("effective_epoch", "=", 6n)
    .executeTakeFirstOrThrow();
  await api.db
    .insertInto("indexer.network_parameters")
    .values({
      ...parameters,
      ...origin(551n),
      effective_epoch: 9n,
      performance_bps: 100,
      fee_token: feeToken,
    })
    .execute();
});
afterEach(() => moveTo(indexed.timestamp));

const commission = {
  ...{ kind: "COMMISSION", oldValue: "500", newValue: "900", effectiveAt: iso(genesis + 7_000n) },
  ...{ announcedBlock: "550", parameter: null, network: null, asset: null },
  operator: { address: getAddress(operators[0]) },
};

describe("scheduled changes", () => {
  it("of a commission wait for the epoch, are in force from its first second on, and give way to a later one", async () => {
    const where = "(where: {kind: COMMISSION})";
    expect(await ofOperator(0, where)).toEqual([{ ...commission, status: "WAITING" }]);
    await moveTo(genesis + 6_999n);
    expect(await ofOperator(0, where)).toMatchObject([{ status: "WAITING" }]);
    await moveTo(genesis + 7_000n);
    expect(await ofOperator(0, where)).toEqual([{ ...commission, status: "IN_FORCE" }]);
    const later = { operator: operators[0], effective_epoch: 8n, commission_bps: 100, ...origin(555n) };
    await api.db.insertInto("indexer.commission").values(later).execute();
    expect(await ofOperator(0, where)).toMatchObject([
      { status: "WAITING", oldValue: "900", newValue: "100" },
      { status: "IN_FORCE", newValue: "900" },
    ]);
    await moveTo(genesis + 8_000n);
    expect(await ofOperator(0, where)).toMatchObject([{ status: "IN_FORCE" }, { status: "REPLACED" }]);
    await api.db.deleteFrom("indexer.commission").where("effective_epoch", "=", 8n).execute();
  });

  it("of an allocation are told as announced: not those that were replaced before their time, nor what slashes left", async () => {
    const where = `(where: {network: "${networks[0]}"})`;
    const [change, ...others] = await ofOperator(3, where);
    expect(others).toEqual([]);
    expect(change).toEqual({
      ...{ kind: "ALLOCATION", status: "IN_FORCE", oldValue: "0", newValue: (20n * unit).toString() },
      ...{ effectiveAt: iso(at(130n)), announcedBlock: "110", parameter: null, asset: { symbol: "ONE" } },
      ...{ operator: { address: getAddress(operators[3]) }, network: { address: getAddress(networks[0]) } },
    });
  });

  it("are told as they stood at a moment", async () => {
    const asOf = (block: bigint) => `, asOf: {timestamp: "${iso(at(block))}"}`;
    const where = `(where: {network: "${networks[0]}"})`;
    expect(await ofOperator(3, where, asOf(99n))).toEqual([]);
    expect(await ofOperator(3, where, asOf(100n))).toMatchObject([
      { status: "WAITING", newValue: (10n * unit).toString(), effectiveAt: iso(at(120n)) },
    ]);
    for (const [block, status] of [
      [110n, "WAITING"],
      [129n, "WAITING"],
      [130n, "IN_FORCE"],
    ] as const)
      expect(await ofOperator(3, where, asOf(block))).toMatchObject([{ status, announcedBlock: "110" }]);
    expect(await ofOperator(0, "(where: {kind: COMMISSION})", asOf(549n))).toEqual([]);
  });

  it("of a network's parameters are one each, and only those that differ", async () => {
    const { scheduledChanges } = await api.read<{ scheduledChanges: { nodes: Change[] } }>(
      `{ network(address: "${networks[1]}") { scheduledChanges(where: {kind: PARAMETER}, orderBy: EFFECTIVE_AT_ASC) ${fields} } }`,
    );
    const { nodes } = scheduledChanges;
    expect(nodes.map(({ parameter, oldValue, newValue }) => [parameter, oldValue, newValue])).toEqual([
      ["performanceBps", "5000", "8000"],
      ["performanceBps", "8000", "100"],
      ["feeToken", expect.stringMatching(/^0x/), getAddress(feeToken)],
    ]);
    expect(nodes[0]).toMatchObject({ status: "WAITING", operator: null, effectiveAt: iso(genesis + 6_000n) });
  });

  it("are listed for all, page by page, in one statement", async () => {
    const query = `query ($after: String) { scheduledChanges(first: 2, after: $after, where: {status_in: [WAITING]}) {
      totalCount edges { cursor node { effectiveAt } } pageInfo { hasNextPage } } }`;
    type Page = { totalCount: number; edges: { cursor: string; node: Change }[] };
    const times: unknown[] = [];
    for (let after: string | undefined, more = true; more; ) {
      const before = api.statements();
      const page = await api.read<Page>(query, { after });
      expect(api.statements() - before).toBe(1);
      times.push(...page.edges.map(({ node }) => node.effectiveAt));
      after = page.edges.at(-1)?.cursor;
      more = times.length < page.totalCount;
      expect(page.edges.length).toBeGreaterThan(0);
    }
    expect(times).toEqual([...times].sort().reverse());
    // Two networks' parameters, two more of the second, a commission, an allocation that rises.
    expect(times).toHaveLength(6);
  });
});
