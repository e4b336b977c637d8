import type { Hex } from "viem";
import type { PoolSlashRow } from "../../../lib/database/indexerTables.ts";
import type { Protocol } from "../protocol.ts";
import { type Check, type Comparison, eventsOf, lower, sinks } from "./comparison.ts";

const offences = ["WRONG_RESPONSE", "EQUIVOCATION"];

/** Slashes, and announced reports. */
export const checkSlashes: Check = async (db, protocol, blockNumber) => {
  const { client, slashingManager } = protocol;
  const rows = await db.selectFrom("indexer.slash").selectAll().execute();
  const commitments = await db.selectFrom("indexer.report_commitment").selectAll().execute();
  const slashed = await eventsOf(protocol, slashingManager, "OperatorSlashed");
  const committed = await eventsOf(protocol, slashingManager, "ReportCommitted");
  const at = { ...slashingManager, blockNumber };
  return [
    { what: "number of slashes", rows: rows.length, chain: slashed.length },
    {
      what: "slashes",
      rows: rows.map((row) => [row.id, row.task_id, row.network, row.operator, row.reporter]),
      chain: await Promise.all(
        rows.map(async (row) => {
          const args = [row.task_id, row.operator, offences.indexOf(row.offence)] as const;
          const id = await client.readContract({ ...at, functionName: "slashIdOf", args });
          const one = await client.readContract({ ...at, functionName: "slashOf", args: [id] });
          return [id, one.taskId, lower(one.network), lower(one.operator), lower(one.reporter)];
        }),
      ),
    },
    {
      what: "fractions and evidence of slashes",
      rows: rows.map((row) => [row.id, row.fraction, row.evidence_hash, row.created_log_index]).sort(),
      chain: slashed
        .map(({ args, logIndex }) => [args.slashId, args.fraction, args.evidenceHash, logIndex])
        .sort(),
    },
    {
      what: "announced reports",
      rows: commitments.map((row) => row.commitment).sort(),
      chain: committed.map(({ args }) => args.commitment).sort(),
    },
  ];
};

/** What slashes took of each pool, and who got it. */
export const checkPoolSlashes: Check = async (db, protocol, blockNumber) => {
  const { client, slashingManager, delegationManager } = protocol;
  const rows = await db.selectFrom("indexer.pool_slash").selectAll().execute();
  const assets = [...new Set(rows.map((row) => row.asset))];
  const at = { ...slashingManager, blockNumber };
  const owed = (asset: Hex) =>
    rows.filter((row) => row.asset === asset).reduce((sum, row) => sum + undistributed(row), 0n);
  return [
    ...(await recordsOf(protocol, rows)),
    {
      what: "slashed assets that are not paid out",
      rows: rows.map(undistributed),
      chain: await Promise.all(
        rows.map((row) =>
          client.readContract({
            ...at,
            functionName: "undistributedOf",
            args: [row.slash_id, row.asset],
          }),
        ),
      ),
    },
    {
      what: "slashed assets that the pools' contract keeps",
      rows: assets.map(owed),
      chain: await Promise.all(
        assets.map((asset) =>
          client.readContract({
            ...delegationManager,
            functionName: "slashedOf",
            args: [asset],
            blockNumber,
          }),
        ),
      ),
    },
    {
      what: "whereto slashed assets were paid, all that was taken",
      rows: rows
        .filter((row) => row.distributed_at !== null)
        .map((row) => [row.sink, row.sink_recipient, (row.reporter_amount ?? 0n) + (row.sink_amount ?? 0n)]),
      chain: await Promise.all(
        rows
          .filter((row) => row.distributed_at !== null)
          .map(async (row) => {
            const args = [row.slash_id] as const;
            const one = await client.readContract({ ...at, functionName: "slashOf", args });
            return [sinks[one.sink], lower(one.sinkRecipient), taken(row)];
          }),
      ),
    },
  ];
};

const taken = (row: PoolSlashRow) => (row.active_slashed ?? 0n) + (row.queued_slashed ?? 0n);
const undistributed = (row: PoolSlashRow) => (row.distributed_at === null ? taken(row) : 0n);

/** Every column of the records beside the three events that a slash of a pool emits. */
async function recordsOf(protocol: Protocol, rows: readonly PoolSlashRow[]): Promise<Comparison[]> {
  const { allocationManager, delegationManager, slashingManager } = protocol;
  const allocations = await eventsOf(protocol, allocationManager, "AllocationSlashed");
  const pools = await eventsOf(protocol, delegationManager, "PoolSlashed");
  const payments = await eventsOf(protocol, slashingManager, "SlashDistributed");
  const keyOf = ({ args }: { args: { slashId: Hex; asset: Hex } }) => `${args.slashId}:${lower(args.asset)}`;
  const ascending = (a: readonly unknown[], b: readonly unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1);
  const key = (row: PoolSlashRow) => `${row.slash_id}:${row.asset}`;
  return [
    {
      what: "slashed magnitudes",
      rows: rows
        .map((row) => [
          key(row),
          row.operator,
          row.network,
          row.magnitude_slashed,
          row.magnitude_after,
          row.total_magnitude_after,
          row.block,
          row.log_index,
        ])
        .sort(ascending),
      chain: allocations
        .map((event) => [
          keyOf(event),
          lower(event.args.operator),
          lower(event.args.network),
          event.args.magnitudeSlashed,
          event.args.magnitudeAfter,
          event.args.totalMagnitudeAfter,
          event.blockNumber,
          event.logIndex,
        ])
        .sort(ascending),
    },
    {
      what: "losses of slashed pools",
      rows: rows
        .map((row) => [
          key(row),
          row.fraction,
          row.active_slashed,
          row.queued_slashed,
          row.assets_per_share_before,
          row.assets_per_share_after,
          row.total_assets_after,
          row.total_shares,
        ])
        .sort(ascending),
      chain: pools
        .map((event) => [
          keyOf(event),
          event.args.fraction,
          event.args.activeSlashed,
          event.args.queuedSlashed,
          event.args.assetsPerShareBefore,
          event.args.assetsPerShareAfter,
          event.args.totalAssets,
          event.args.totalShares,
        ])
        .sort(ascending),
    },
    {
      what: "payments of what was slashed",
      rows: rows
        .filter((row) => row.distributed_tx !== null)
        .map((row) => [key(row), row.reporter_amount, row.sink_amount, row.distributed_tx])
        .sort(ascending),
      chain: payments
        .map((event) => [
          keyOf(event),
          event.args.reporterAmount,
          event.args.sinkAmount,
          event.transactionHash,
        ])
        .sort(ascending),
    },
  ];
}
