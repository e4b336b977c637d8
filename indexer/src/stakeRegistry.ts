import { aggregateKeyCheckpoint, network, networkOperator, operatorWeight } from "ponder:schema";
import { ofNetwork } from "../buckets/hours.ts";
import { newMember, weightChanged } from "../transitions/membership.ts";
import { momentOf } from "../transitions/moment.ts";
import { aggregateKeyUpdated, weightUpdated } from "../transitions/weights.ts";
import { countActivity } from "./hours.ts";
import { on } from "./on.ts";

// The weight may exist: an asset's changes many times. The member may be missing: opting in can record the weight before it emits its own event. The network must exist.
on("StakeRegistry:WeightUpdated", async ({ event, context: { db } }) => {
  const at = momentOf(event);
  const row = weightUpdated(event.args);
  await db.insert(operatorWeight).values(row).onConflictDoUpdate({ weight: row.weight });

  const { operatorTotal, networkTotal } = event.args;
  const member = newMember(event.args, at);
  let joins = true;
  await db
    .insert(networkOperator)
    .values({ ...member, ...weightChanged(member, operatorTotal, at.block) })
    .onConflictDoUpdate((row) => {
      joins = false;
      return weightChanged(row, operatorTotal, at.block);
    });
  await db.update(network, { address: member.network }).set((row) => ({
    totalWeight: networkTotal,
    ...(joins ? { operators: [...row.operators, member.operator] } : {}),
  }));
  await countActivity(db, at, [ofNetwork(member.network)], { weight: networkTotal });
});

// The row cannot exist: its key holds the log's index.
on("StakeRegistry:AggregateKeyUpdated", async ({ event, context: { db } }) => {
  await db.insert(aggregateKeyCheckpoint).values(aggregateKeyUpdated(event.args, momentOf(event)));
});
