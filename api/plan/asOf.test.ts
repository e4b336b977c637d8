import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase } from "../../lib/database/createDatabase.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { lastBlock, PastWorld, type Snapshot, timeOf } from "../testing/pastWorld.ts";
import { startTestApi, type TestApi } from "../testing/startTestApi.ts";

const past = new PastWorld(20_261_125);
let database: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  database = await createTestDatabase();
  const db = createDatabase({ connectionString: database.url, applicationName: "test" });
  await past.write(db).finally(() => db.destroy());
  api = await startTestApi(database.url);
});
afterAll(async () => {
  await api?.close();
  await database?.drop();
});

const query = `query ($asOf: AsOf) {
  operators(first: 50, orderBy: REGISTERED_ASC, asOf: $asOf) { nodes { address metadataUri pools { totalAssets totalShares queuedShares } } }
  delegations(first: 50, asOf: $asOf) { nodes { operator { address } delegator shares assets } }
  withdrawals(first: 50, asOf: $asOf) { nodes { withdrawalId status assets assetsPaid } }
  tasks(first: 50, asOf: $asOf) { nodes { taskId status participants { signed } challenges { outcome } } }
}`;

type Node = Record<string, unknown>;
const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row).toLowerCase()).sort();

/** The answer in the replay's words, as sets: their order is not the replay's. */
function told(data: Record<string, unknown> | null | undefined): Record<string, string[]> {
  const nodes = (name: string) => (data as Record<string, { nodes: Node[] }>)[name]?.nodes ?? [];
  return {
    operators: sorted(nodes("operators")),
    delegations: sorted(
      nodes("delegations").map(({ operator, ...rest }) => ({
        operator: (operator as Node).address,
        ...rest,
      })),
    ),
    withdrawals: sorted(nodes("withdrawals")),
    tasks: sorted(
      nodes("tasks").map(({ taskId, status, participants, challenges }) => ({
        ...{ taskId, status, signed: (participants as Node[])[0]?.signed },
        challenges: (challenges as Node[]).map(({ outcome }) => outcome),
      })),
    ),
  };
}

const replayed = (snapshot: Snapshot) =>
  Object.fromEntries(Object.entries(snapshot).map(([name, rows]) => [name, sorted(rows as unknown[])]));

/** What operators' metadata was and from when until when, newest first, from what a replay knew after each block. */
function versionsUntil(end: bigint): Record<string, Node[]> {
  const versions: Record<string, Node[]> = {};
  for (const [block, { operators }] of past.snapshots) {
    if (block > end) break;
    for (const { address, metadataUri } of operators as { address: string; metadataUri: string }[]) {
      versions[address] ??= [];
      const [last] = versions[address];
      if (last?.metadataUri === metadataUri) continue;
      if (last) last.untilBlock = String(block);
      versions[address].unshift({ metadataUri, sinceBlock: String(block), untilBlock: null });
    }
  }
  return versions;
}

describe("asOf", () => {
  it("any block and any time of a history equals a replay up to there", async () => {
    for (const [block, snapshot] of past.snapshots) {
      const before = api.statements();
      const moments = [
        { block: block.toString() },
        { timestamp: new Date(Number(timeOf(block)) * 1000).toISOString() },
        // Nothing happens between blocks.
        { timestamp: new Date(Number(timeOf(block)) * 1000 + 4_999).toISOString() },
      ].slice(0, block === lastBlock ? 2 : 3);
      for (const asOf of moments) {
        const { data, errors } = await api.ask(query, { asOf });
        expect(errors).toEqual([]);
        expect(told(data), `as of ${JSON.stringify(asOf)}`).toEqual(replayed(snapshot));
      }
      expect(api.statements() - before).toBe(moments.length);
    }
    const { data } = await api.ask(query, { asOf: null });
    expect(told(data)).toEqual(replayed(past.snapshots.get(lastBlock) ?? {}));
  });

  it("tells histories as far as they went by then, each version with its range", async () => {
    for (const end of [10n, 25n, lastBlock]) {
      const { nodes } = await api.read<{ nodes: { address: string; history: { nodes: Node[] } }[] }>(`{
        operators(first: 3, asOf: {block: ${end}}) {
          nodes { address history(first: 50) { nodes { metadataUri sinceBlock untilBlock } } } } }`);
      const told = nodes.map(({ address, history }) => [address.toLowerCase(), history.nodes]);
      expect(Object.fromEntries(told), `as of ${end}`).toEqual(versionsUntil(end));
    }
  });

  it.each([
    ["both", `{block: 3, timestamp: "2026-01-01T00:00:00Z"}`],
    ["neither", "{}"],
    ["a block that is not indexed yet", `{block: ${lastBlock + 1n}}`],
    ["a block before the contracts", "{block: 0}"],
    ["a negative block", "{block: -5}"],
    ["a time to come", `{timestamp: "2090-01-01T00:00:00Z"}`],
  ])("refuses %s", async (_name, asOf) => {
    const { errors } = await api.ask(`{ operators(asOf: ${asOf}) { totalCount } }`);
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(["BAD_USER_INPUT"]);
  });

  it("asks a node for a block's time only where time matters", async () => {
    const first = `operator(address: "${`0x${"12".repeat(20)}`}", asOf: {block: 5})`;
    expect((await api.ask(`{ ${first} { metadataUri } }`)).errors).toEqual([]);
    const { errors } = await api.ask(`{ ${first} { commissionBps } }`);
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(["NODE_UNAVAILABLE"]);
  });
});
