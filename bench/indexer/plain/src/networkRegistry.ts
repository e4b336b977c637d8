import { network, networkAsset, networkOperator, networkParameters } from "ponder:schema";
import { optedIn, optedOut } from "../../../../indexer/transitions/membership.ts";
import { lower, momentOf } from "../../../../indexer/transitions/moment.ts";
import {
  networkAssetSet,
  networkRegistered,
  networkStatus,
  parametersSet,
} from "../../../../indexer/transitions/networks.ts";
import { ensureMember } from "./members.ts";
import { on } from "./on.ts";

// The row cannot exist: a network's contract registers itself once, and every other event of it comes later.
on("NetworkRegistry:NetworkRegistered", async ({ event, context: { db } }) => {
  await db.insert(network).values(networkRegistered(event.args, momentOf(event)));
});

// The row must exist: only a registered network has a status to change.
on("NetworkRegistry:NetworkStatusChanged", async ({ event, context: { db } }) => {
  await db
    .update(network, { address: lower(event.args.network) })
    .set({ status: networkStatus(event.args.status) });
});

// The row may exist: an asset's multiplier can be set again and again. The first event keeps the origin.
on("NetworkRegistry:NetworkAssetSet", async ({ event, context: { db } }) => {
  const row = networkAssetSet(event.args, momentOf(event));
  await db.insert(networkAsset).values(row).onConflictDoUpdate({ multiplier: row.multiplier });
});

// The row cannot exist: a change takes effect in a later epoch than all before it, since none may be pending.
on("NetworkRegistry:NetworkParametersSet", async ({ event, context: { db } }) => {
  await db.insert(networkParameters).values(parametersSet(event.args, momentOf(event)));
});

// The row may exist: from an earlier membership, or from a weight recorded before this log of the same transaction.
on("NetworkRegistry:OperatorOptedIn", async ({ event, context: { db } }) => {
  const member = await ensureMember(db, event.args, momentOf(event));
  await db.update(networkOperator, { network: member.network, operator: member.operator }).set(optedIn());
});

// The row must exist: only a member can leave.
on("NetworkRegistry:OperatorOptedOut", async ({ event, context: { db } }) => {
  const key = { network: lower(event.args.network), operator: lower(event.args.operator) };
  await db.update(networkOperator, key).set(optedOut(event.args.slashableUntil));
});
