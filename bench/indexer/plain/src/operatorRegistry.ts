import { commission, operator } from "ponder:schema";
import { lower, momentOf } from "../../../../indexer/transitions/moment.ts";
import { commissionScheduled, registered } from "../../../../indexer/transitions/operators.ts";
import { on } from "./on.ts";

// The row cannot exist: the contract registers an address once.
on("OperatorRegistry:OperatorRegistered", async ({ event, context: { db } }) => {
  const rows = registered(event.args, momentOf(event));
  await db.insert(operator).values(rows.operator);
  await db.insert(commission).values(rows.commission);
});

// The row must exist: only a registered operator may change its payout address.
on("OperatorRegistry:OperatorPayoutUpdated", async ({ event, context: { db } }) => {
  await db
    .update(operator, { address: lower(event.args.operator) })
    .set({ payout: lower(event.args.payout) });
});

// The row must exist: only a registered operator may change its metadata.
on("OperatorRegistry:OperatorMetadataUpdated", async ({ event, context: { db } }) => {
  await db
    .update(operator, { address: lower(event.args.operator) })
    .set({ metadataUri: event.args.metadataURI });
});

// The row cannot exist: an announcement takes effect in a later epoch than all before it, since none may be pending.
on("OperatorRegistry:CommissionScheduled", async ({ event, context: { db } }) => {
  await db.insert(commission).values(commissionScheduled(event.args, momentOf(event)));
});
