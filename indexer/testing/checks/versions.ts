import type { IndexerTables } from "../../../lib/database/indexerTables.ts";
import type { Check } from "./comparison.ts";

type VersionView = Extract<keyof IndexerTables, `${string}_version`>;

/** Every version ever, with what a contract's view says in its first block and in its last. */
export const checkVersions: Check = async (db, protocol, blockNumber) => {
  const { client, allocationManager, delegationManager, networkRegistry, operatorRegistry, stakeRegistry } =
    protocol;

  const timestamps = new Map<bigint, Promise<bigint>>();
  function timestampOf(block: bigint): Promise<bigint> {
    const known = timestamps.get(block);
    if (known) return known;
    const asked = client.getBlock({ blockNumber: block }).then(({ timestamp }) => timestamp);
    timestamps.set(block, asked);
    return asked;
  }

  async function compare<View extends VersionView>(
    view: View,
    key: readonly (keyof IndexerTables[View])[],
    stateOf: (row: IndexerTables[View], timestamp: bigint) => unknown,
    stateAt: (row: IndexerTables[View], block: bigint) => Promise<unknown>,
  ) {
    const versions = (await db
      .selectFrom(view as "indexer.pool_version")
      .selectAll()
      .execute()) as unknown as IndexerTables[View][];
    const edges = versions.flatMap((row) => [
      { row, block: row.since_block },
      { row, block: (row.until_block ?? blockNumber + 1n) - 1n },
    ]);
    return [
      { what: `${view}: ends of ranges`, rows: endsOf(versions, key), chain: nextBegins(versions, key) },
      {
        what: `${view}: states`,
        rows: await Promise.all(edges.map(async ({ row, block }) => stateOf(row, await timestampOf(block)))),
        chain: await Promise.all(edges.map(({ row, block }) => stateAt(row, block))),
      },
    ];
  }

  const comparisons = await Promise.all([
    compare(
      "indexer.pool_version",
      ["operator", "asset"],
      (row) => [row.total_assets, row.total_shares, row.queued_shares],
      async ({ operator, asset }, block) => {
        const args = [operator, asset] as const;
        const pool = await client.readContract({
          ...{ ...delegationManager, functionName: "poolOf", args, blockNumber: block },
        });
        return [pool.totalAssets, pool.totalShares, pool.queuedShares];
      },
    ),
    compare(
      "indexer.delegation_version",
      ["delegator", "operator", "asset"],
      (row) => row.shares,
      ({ delegator, operator, asset }, block) =>
        client.readContract({
          ...delegationManager,
          functionName: "sharesOf",
          args: [delegator, operator, asset],
          blockNumber: block,
        }),
    ),
    compare(
      "indexer.operator_weight_version",
      ["network", "operator", "asset"],
      (row) => row.weight,
      ({ network, operator, asset }, block) =>
        client.readContract({
          ...stakeRegistry,
          functionName: "assetWeightOf",
          args: [network, operator, asset],
          blockNumber: block,
        }),
    ),
    compare(
      "indexer.network_operator_version",
      ["network", "operator"],
      (row) => [row.opted_in, row.weight],
      async ({ network, operator }, block) => {
        const at = { args: [network, operator] as const, blockNumber: block };
        return Promise.all([
          client.readContract({ ...networkRegistry, functionName: "isOptedIn", ...at }),
          client.readContract({ ...stakeRegistry, functionName: "weightOf", ...at }),
        ]);
      },
    ),
    compare(
      "indexer.network_version",
      ["address"],
      (row) => row.total_weight,
      ({ address }, block) =>
        client.readContract({
          ...stakeRegistry,
          functionName: "totalWeightOf",
          args: [address],
          blockNumber: block,
        }),
    ),
    compare(
      "indexer.allocation_version",
      ["operator", "network", "asset"],
      (row, timestamp) => [
        timestamp < row.effective_at ? row.magnitude : row.next_magnitude,
        ...[row.next_magnitude, row.effective_at],
      ],
      async ({ operator, network, asset }, block) => {
        const args = [operator, network, asset] as const;
        const allocation = await client.readContract({
          ...{ ...allocationManager, functionName: "allocationOf", args, blockNumber: block },
        });
        return [allocation.current, allocation.next, allocation.effectiveAt];
      },
    ),
    compare(
      "indexer.pool_magnitude_version",
      ["operator", "asset"],
      (row) => row.total_magnitude,
      ({ operator, asset }, block) =>
        client.readContract({
          ...allocationManager,
          functionName: "totalMagnitudeOf",
          args: [operator, asset],
          blockNumber: block,
        }),
    ),
    compare(
      "indexer.operator_version",
      ["address"],
      (row) => row.payout,
      async ({ address }, block) => {
        const payout = await client.readContract({
          ...{ ...operatorRegistry, functionName: "payoutOf", args: [address], blockNumber: block },
        });
        return payout.toLowerCase();
      },
    ),
  ]);
  return comparisons.flat();
};

type Ranged = { since_block: bigint; until_block: bigint | null };

/** Versions of each row, oldest first. */
function byRow<Row extends Ranged>(rows: readonly Row[], key: readonly (keyof Row)[]): Row[][] {
  const ofRow = new Map<string, Row[]>();
  for (const row of rows) {
    const name = key.map((column) => row[column]).join(":");
    ofRow.set(name, [...(ofRow.get(name) ?? []), row]);
  }
  return [...ofRow.values()].map((versions) =>
    versions.sort((one, other) => (one.since_block < other.since_block ? -1 : 1)),
  );
}

const endsOf = <Row extends Ranged>(rows: readonly Row[], key: readonly (keyof Row)[]) =>
  byRow(rows, key).map((versions) => versions.map((row) => row.until_block));

/** A version ends where the next begins, and the last has no end. */
const nextBegins = <Row extends Ranged>(rows: readonly Row[], key: readonly (keyof Row)[]) =>
  byRow(rows, key).map((versions) => [...versions.slice(1).map((row) => row.since_block), null]);
