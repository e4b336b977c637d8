import { allocation, poolMagnitude, poolSlash } from "ponder:schema";
import {
  allocationKey,
  allocationScheduled,
  allocationSlashed,
} from "../../../../indexer/transitions/allocations.ts";
import { momentOf } from "../../../../indexer/transitions/moment.ts";
import { on } from "./on.ts";

// The row may exist: a magnitude can be changed again and again. The first event keeps the origin.
on("AllocationManager:AllocationScheduled", async ({ event, context: { db } }) => {
  const row = allocationScheduled(event.args, momentOf(event));
  const { magnitude, nextMagnitude, effectiveAt } = row;
  await db.insert(allocation).values(row).onConflictDoUpdate({ magnitude, nextMagnitude, effectiveAt });
});

// The allocation must exist: what was never given cannot be slashed. The pool's magnitude may: it has a row from its first
// slash on. The record cannot: a slash goes through an asset once.
on("AllocationManager:AllocationSlashed", async ({ event, context: { db } }) => {
  const rows = allocationSlashed(event.args, momentOf(event));
  const { totalMagnitude } = rows.poolMagnitude;
  await db.update(allocation, allocationKey(event.args)).set(rows.allocation);
  await db.insert(poolMagnitude).values(rows.poolMagnitude).onConflictDoUpdate({ totalMagnitude });
  await db.insert(poolSlash).values(rows.poolSlash);
});
