import { ruling } from "ponder:schema";
import { momentOf } from "../../../../indexer/transitions/moment.ts";
import { ruled } from "../../../../indexer/transitions/rulings.ts";
import { on } from "./on.ts";

// The row may exist, and the task may not: any contract that registered as a network can emit this event, with any values
// and again and again. Its first ruling on a response counts, as in our own; what is no ruling is passed over.
on("PriceAttestationNetwork:Ruled", async ({ event, context: { db } }) => {
  const row = ruled(event.args, event.log.address, momentOf(event));
  if (row) await db.insert(ruling).values(row).onConflictDoNothing();
});
