import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase } from "../../lib/database/createDatabase.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { hashOf } from "../testing/identities.ts";
import { isoOf, lastBlock, PastNetworks, timeOf } from "../testing/pastNetworks.ts";
import { startTestApi, type TestApi } from "../testing/startTestApi.ts";

const seed = Number(process.env.PAST_SEED ?? 20_261_125);
const past = new PastNetworks(seed);
let database: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  database = await createTestDatabase();
  const db = createDatabase({ connectionString: database.url, applicationName: "test" });
  await past.write(db).finally(() => db.destroy());
  const readHeader = async (number: bigint) => {
    const hash = hashOf(`block ${number}`);
    return { number, hash, parentHash: hash, timestamp: timeOf(number) };
  };
  api = await startTestApi(database.url, { readHeader });
});
afterAll(async () => {
  await api?.close();
  await database?.drop();
});

const query = `query ($asOf: AsOf) {
  networks(first: 50, asOf: $asOf) { nodes {
    address owner metadataUri status totalWeight
    assets { asset { address } multiplier }
    memberships { operator { address } optedIn weight slashableUntil weights { asset { address } weight } }
    allocations { operator { address } asset { address } magnitude nextMagnitude }
  } }
  pauses(asOf: $asOf) { group paused }
}`;
type Named = { address: string };
type Told = {
  networks: {
    nodes: {
      address: string;
      owner: string;
      metadataUri: string;
      status: string;
      totalWeight: string;
      assets: { asset: Named; multiplier: string }[];
      memberships: {
        operator: Named;
        optedIn: boolean;
        weight: string;
        slashableUntil: string | null;
        weights: { asset: Named; weight: string }[];
      }[];
      allocations: { operator: Named; asset: Named; magnitude: string; nextMagnitude: string | null }[];
    }[];
  };
  pauses: { group: string; paused: boolean }[];
};

/** In the replay's words. */
function linesOf({ networks, pauses }: Told): string[] {
  const lines: unknown[][] = [];
  for (const { address: network, ...one } of networks.nodes) {
    lines.push(["network", network, one.owner, one.metadataUri, one.status, one.totalWeight]);
    for (const { asset, multiplier } of one.assets) lines.push(["asset", network, asset.address, multiplier]);
    for (const { operator, weights, ...member } of one.memberships) {
      const { optedIn, weight, slashableUntil } = member;
      lines.push(["member", network, operator.address, optedIn, weight, slashableUntil]);
      for (const part of weights)
        lines.push(["weight", network, operator.address, part.asset.address, part.weight]);
    }
    for (const { operator, asset, magnitude, nextMagnitude } of one.allocations)
      lines.push(["allocation", network, operator.address, asset.address, magnitude, nextMagnitude]);
  }
  for (const { group, paused } of pauses)
    if (["TASKS", "CLAIMS", "DEPOSITS"].includes(group)) lines.push(["pause", group, paused]);
  return lines.map((line) => line.map(String).join(" ").toLowerCase()).sort();
}

describe(`asOf, of networks, members, weights, allocations and pauses (seed ${seed})`, () => {
  it("any block, and any time, equals a replay up to there", async () => {
    for (const [block, snapshot] of past.snapshots)
      for (const asOf of [{ block: block.toString() }, { timestamp: isoOf(timeOf(block)) }]) {
        const { data, errors } = await api.ask(query, { asOf });
        expect(errors).toEqual([]);
        expect(linesOf(data as unknown as Told), `as of ${JSON.stringify(asOf)}`).toEqual(snapshot);
      }
    const { data } = await api.ask(query, {});
    expect(linesOf(data as unknown as Told)).toEqual(past.snapshots.get(lastBlock));
    // It is a history: many blocks differ from those before.
    expect(new Set([...past.snapshots.values()].map((lines) => lines.join())).size).toBeGreaterThan(20);
  });
});
