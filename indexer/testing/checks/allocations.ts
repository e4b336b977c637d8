import { magnitudeAt } from "../../transitions/allocations.ts";
import { type Check, eventsOf, lower } from "./comparison.ts";

const full = 10n ** 18n;
const year = 31_536_000n;

/** Allocations now and at every later instant at which they may differ, and what slashes left of pools' magnitudes. */
export const checkAllocations: Check = async (db, protocol, blockNumber) => {
  const { client, allocationManager } = protocol;
  const rows = await db.selectFrom("indexer.allocation").selectAll().execute();
  const magnitudes = await db.selectFrom("indexer.pool_magnitude").selectAll().execute();
  const { timestamp } = await client.getBlock({ blockNumber });
  const scheduled = await eventsOf(protocol, allocationManager, "AllocationScheduled");
  const slashed = await eventsOf(protocol, allocationManager, "AllocationSlashed");
  const poolOf = ({ operator, asset }: { operator: `0x${string}`; asset: `0x${string}` }) =>
    `${lower(operator)}:${lower(asset)}`;

  const instants = rows.flatMap((row) =>
    [row.effective_at - 1n, row.effective_at, timestamp, timestamp + year]
      .filter((time) => time >= timestamp)
      .map((time) => ({ row, time })),
  );
  return [
    {
      what: "number of allocations",
      rows: rows.length,
      chain: new Set(scheduled.map(({ args }) => `${poolOf(args)}:${lower(args.network)}`)).size,
    },
    {
      what: "allocations from now on",
      rows: instants.map(({ row, time }) => ({
        current: magnitudeAt(
          { magnitude: row.magnitude, nextMagnitude: row.next_magnitude, effectiveAt: row.effective_at },
          time,
        ),
        next: row.next_magnitude,
        effectiveAt: row.effective_at,
      })),
      chain: await Promise.all(
        instants.map(({ row, time }) =>
          client.readContract({
            ...allocationManager,
            functionName: "allocationOf",
            args: [row.operator, row.network, row.asset],
            blockNumber,
            blockOverrides: { time },
          }),
        ),
      ),
    },
    {
      what: "number of slashed pools' magnitudes",
      rows: magnitudes.length,
      chain: new Set(slashed.map(({ args }) => poolOf(args))).size,
    },
    {
      what: "pools' magnitudes",
      rows: rows.map((row) => magnitudes.find((one) => poolOf(one) === poolOf(row))?.total_magnitude ?? full),
      chain: await Promise.all(
        rows.map((row) =>
          client.readContract({
            ...allocationManager,
            functionName: "totalMagnitudeOf",
            args: [row.operator, row.asset],
            blockNumber,
          }),
        ),
      ),
    },
  ];
};
