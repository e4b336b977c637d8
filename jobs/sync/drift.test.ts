import { type Address, zeroAddress } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createDatabase, type Database } from "../../lib/database/createDatabase.ts";
import { migrate } from "../../lib/database/migrate.ts";
import { createIndexerTables, setProgress } from "../../test/support/createIndexerTables.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { listDrifted, listSyncing } from "./queries.ts";

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase({ connectionString: database.url, applicationName: "test" });
  await migrate(db);
  await createIndexerTables(db);
});
afterAll(async () => {
  await db?.destroy();
  await database?.drop();
});

const named = (digit: string) => `0x${digit.repeat(40)}` as Address;
const [network, operator, other, asset, second] = ["1", "a", "b", "3", "4"].map(named) as [
  Address,
  Address,
  Address,
  Address,
  Address,
];
const one = 10n ** 18n;
const origin = { created_block: 1n, created_at: 1n, created_tx: "0x" } as const;
const since = { since_block: 1n, since_timestamp: 1n };

beforeEach(async () => {
  for (const table of [
    ...(["network", "network_asset", "network_operator", "operator_weight"] as const),
    ...(["pool", "pool_magnitude", "allocation"] as const),
  ])
    await db.deleteFrom(`indexer.${table}`).execute();
  await db.deleteFrom("nektar.transaction").execute();
  await setProgress(db, { latest: [500n, 20n], finalized: [400n, 15n] });
  await db
    .insertInto("indexer.network")
    .values({
      ...{ address: network, owner: zeroAddress, metadata_uri: "", status: "WHITELISTED", total_weight: 0n },
      ...{ operators: [operator, other], ...origin, ...since },
    })
    .execute();
  await accept(asset, one);
});

const accept = (address: Address, multiplier: bigint) =>
  db
    .insertInto("indexer.network_asset")
    .values({ network, asset: address, multiplier, ...origin, ...since })
    .execute();

/** An operator with a pool of 1000 shares and as many assets, half of whose magnitude is the network's. */
async function join(
  who: Address,
  recorded: bigint,
  facts: { assets?: bigint; queued?: bigint } = {},
): Promise<void> {
  const { assets = 1_000n, queued = 0n } = facts;
  const counts = {
    weight: recorded,
    weight_block: 1n,
    weight_before: 0n,
    assigned_tasks: 0n,
    signed_tasks: 0n,
  };
  await db
    .insertInto("indexer.network_operator")
    .values({ network, operator: who, opted_in: true, slashable_until: null, ...counts, ...origin, ...since })
    .execute();
  await db
    .insertInto("indexer.operator_weight")
    .values({ network, operator: who, asset, weight: recorded, ...since })
    .execute();
  await addPool(who, asset, assets, queued);
  await allocate(who, asset, one / 2n);
}

const addPool = (who: Address, of: Address, total_assets: bigint, queued_shares = 0n) =>
  db
    .insertInto("indexer.pool")
    .values({
      operator: who,
      asset: of,
      total_assets,
      total_shares: 1_000n,
      queued_shares,
      ...origin,
      ...since,
    })
    .execute();
const allocate = (who: Address, of: Address, magnitude: bigint) =>
  db
    .insertInto("indexer.allocation")
    .values({
      ...{ operator: who, network, asset: of, magnitude, next_magnitude: magnitude, effective_at: 1n },
      ...origin,
      ...since,
    })
    .execute();

const drifts = async (driftBps = 100) =>
  (await listDrifted(db, driftBps)).map(({ operator: who, live, recorded }) => [who, live, recorded]);

describe("recorded weights", () => {
  it("have not drifted when they are what the contract would record", async () => {
    await join(operator, 500n);
    expect(await drifts(1)).toEqual([]);
  });

  it("drift with deposits from the threshold on", async () => {
    // floor(1000 * 1010 / 1001) = 1008 active, half of it 504: 4 of 504 are 79 basis points.
    await join(operator, 500n, { assets: 1_009n });
    expect(await drifts(80)).toEqual([]);
    expect(await drifts(79)).toEqual([[operator, 504n, 500n]]);
  });

  it("are rounded down once, after the multiplier, for each asset", async () => {
    // 5 * 0.5 * 2 is 5, and not twice floor(2.5); 3 * 0.5 is 1.5, of which 1 counts.
    await join(operator, 5n);
    await db
      .updateTable("indexer.network_asset")
      .set({ multiplier: 2n * one })
      .execute();
    await db.updateTable("indexer.pool").set({ total_assets: 5n, total_shares: 5n }).execute();
    await accept(second, one);
    await addPool(operator, second, 3n);
    await db.updateTable("indexer.pool").set({ total_shares: 3n }).where("asset", "=", second).execute();
    await allocate(operator, second, one / 2n);
    expect(await drifts(1)).toEqual([[operator, 6n, 5n]]);
  });

  it("are exact for the largest pool, magnitude and multiplier that the contracts allow", async () => {
    const largest = 2n ** 128n - 1n;
    await join(operator, 0n, { assets: largest });
    await db.updateTable("indexer.pool").set({ total_shares: largest }).execute();
    await db
      .updateTable("indexer.network_asset")
      .set({ multiplier: one * one })
      .execute();
    await db
      .updateTable("indexer.allocation")
      .set({ magnitude: one - 1n, next_magnitude: one - 1n })
      .execute();
    expect(await drifts()).toEqual([[operator, largest * (one - 1n), 0n]]);
  });

  it("drift with shares that are queued, from and to nothing always", async () => {
    await join(operator, 500n, { queued: 1_000n });
    await join(other, 0n, { queued: 999n });
    await db.updateTable("indexer.allocation").set({ magnitude: one, next_magnitude: one }).execute();
    expect(await drifts(10_000)).toEqual([
      [operator, 0n, 500n],
      [other, 1n, 0n],
    ]);
  });

  it("drift when a magnitude comes into force, in its very second", async () => {
    await join(operator, 500n);
    const change = (effective_at: bigint) =>
      db.updateTable("indexer.allocation").set({ next_magnitude: one, effective_at }).execute();
    await change(501n);
    expect(await drifts()).toEqual([]);
    await change(500n);
    expect(await drifts()).toEqual([[operator, 1_000n, 500n]]);
  });

  it("drift with multipliers, with assets that come and go, and with the pool's magnitude", async () => {
    await join(operator, 500n);
    const multiply = (multiplier: bigint) =>
      db.updateTable("indexer.network_asset").set({ multiplier }).execute();
    await multiply((one * 3n) / 2n);
    expect(await drifts()).toEqual([[operator, 750n, 500n]]);
    await multiply(0n);
    expect(await drifts()).toEqual([[operator, 0n, 500n]]);
    await multiply(one);
    // Of a pool that lost three quarters of its magnitude, a network with 1/8 has half.
    await db
      .insertInto("indexer.pool_magnitude")
      .values({ operator, asset, total_magnitude: one / 4n, ...since })
      .execute();
    await db
      .updateTable("indexer.allocation")
      .set({ magnitude: one / 8n, next_magnitude: one / 8n })
      .execute();
    expect(await drifts()).toEqual([]);
    await db.updateTable("indexer.pool_magnitude").set({ total_magnitude: 0n }).execute();
    expect(await drifts()).toEqual([[operator, 0n, 500n]]);
  });

  it("drift when assets changed their parts though the total is the same", async () => {
    await join(operator, 500n);
    await accept(second, one);
    await addPool(operator, second, 1_000n);
    await allocate(operator, second, one / 4n);
    await db
      .updateTable("indexer.allocation")
      .set({ magnitude: one / 4n, next_magnitude: one / 4n })
      .execute();
    expect(await drifts()).toEqual([[operator, 500n, 500n]]);
  });

  it("are of no interest where the network is not whitelisted, nor live ones of who opted out", async () => {
    await join(operator, 0n);
    await db.updateTable("indexer.network_operator").set({ opted_in: false }).execute();
    expect(await drifts()).toEqual([]);
    await db.updateTable("indexer.network_operator").set({ opted_in: true }).execute();
    expect(await drifts()).toEqual([[operator, 500n, 0n]]);
    await db.updateTable("indexer.network").set({ status: "SUSPENDED" }).execute();
    expect(await drifts()).toEqual([]);
  });

  it("of one network are all that is asked about when it is named", async () => {
    await join(operator, 400n);
    expect(await listDrifted(db, 100, network)).toMatchObject([{ network, operator, live: 500n }]);
    expect(await listDrifted(db, 100, other)).toEqual([]);
  });

  it("come the most drifted first", async () => {
    await join(operator, 400n);
    await join(other, 300n);
    expect(await drifts()).toEqual([
      [other, 500n, 300n],
      [operator, 500n, 400n],
    ]);
  });
});

describe("a network is not synced again", () => {
  it.each([
    ["in the slot of a sync that is final", { slot: 8n, state: "final", block: 3n }, true],
    [
      "in the slot of a sync that failed: it is tried again",
      { slot: 8n, state: "failed", block: null },
      false,
    ],
    ["while an earlier sync is pending", { slot: 7n, state: "pending", block: null }, true],
    ["while an earlier sync is not indexed", { slot: 7n, state: "mined", block: 21n }, true],
    ["once it is", { slot: 7n, state: "mined", block: 20n }, false],
  ] as const)("%s", async (_title, sent, expected) => {
    await addSync(sent);
    expect(await listSyncing(db, zeroAddress, [network, operator], 8n)).toEqual(expected ? [network] : []);
  });

  it("in a slot in which another sender's key synced it, whose earlier ones nobody waits for", async () => {
    await addSync({ slot: 7n, state: "pending", block: null });
    expect(await listSyncing(db, other, [network], 8n)).toEqual([]);
    expect(await listSyncing(db, other, [network], 7n)).toEqual([network]);
  });

  async function addSync(sent: {
    slot: bigint;
    state: "pending" | "mined" | "final" | "failed";
    block: bigint | null;
  }) {
    const { slot, state, block } = sent;
    const transaction = { to: zeroAddress, data: "0x", hash: "0x", raw: "0x", error: null } as const;
    await db
      .insertInto("nektar.transaction")
      .values({
        purpose: `sync:${network}:${slot}`,
        sender: zeroAddress,
        nonce: 1,
        state,
        block,
        ...transaction,
      })
      .execute();
  }
});
