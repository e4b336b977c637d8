import { aggregateKeyCheckpoint, network, networkOperator, operatorWeight } from "ponder:schema";
import { ofNetwork } from "../../../../indexer/buckets/hours.ts";
import { countActivity } from "../../../../indexer/src/hours.ts";
import { ensureMember } from "../../../../indexer/src/members.ts";
import { weightChanged } from "../../../../indexer/transitions/membership.ts";
import { momentOf } from "../../../../indexer/transitions/moment.ts";
import { aggregateKeyUpdated, weightUpdated } from "../../../../indexer/transitions/weights.ts";
import { on } from "./on.ts";

// The weight may exist: an asset's changes many times. The member may be missing: opting in can record the weight before it emits its own event. The network must exist.
on("StakeRegistry:WeightUpdated", async ({ event, context: { db } }) => {
  const at = momentOf(event);
  const row = weightUpdated(event.args);
  await db.insert(operatorWeight).values(row).onConflictDoUpdate({ weight: row.weight });

  const member = await ensureMember(db, event.args, at);
  await db
    .update(networkOperator, { network: member.network, operator: member.operator })
    .set((row) => weightChanged(row, event.args.operatorTotal, at.block));
  await db.update(network, { address: member.network }).set({ totalWeight: event.args.networkTotal });
  await countActivity(db, at, [ofNetwork(member.network)], { weight: event.args.networkTotal });
});

// The row cannot exist: its key holds the log's index.
on("StakeRegistry:AggregateKeyUpdated", async ({ event, context: { db } }) => {
  await db.insert(aggregateKeyCheckpoint).values(aggregateKeyUpdated(event.args, momentOf(event)));
});
