import { poolSlash, reportCommitment, slash } from "ponder:schema";
import { everything, ofNetwork, ofOperator } from "../../../../indexer/buckets/hours.ts";
import { momentOf } from "../../../../indexer/transitions/moment.ts";
import {
  operatorSlashed,
  poolSlashKey,
  reportCommitted,
  slashDistributed,
} from "../../../../indexer/transitions/slashes.ts";
import { countActivity } from "./hours.ts";
import { on } from "./on.ts";

// The row cannot exist: one offence of one kind on one task slashes an operator once.
on("SlashingManager:OperatorSlashed", async ({ event, context: { db } }) => {
  const at = momentOf(event);
  const { network, operator } = event.args;
  await db.insert(slash).values(operatorSlashed(event.args, at));
  await countActivity(db, at, [everything, ofNetwork(network), ofOperator(operator)], { slashes: 1n });
});

// The row must exist: only what a pool lost is paid out, at once or by a later call.
on("SlashingManager:SlashDistributed", async ({ event, context: { db } }) => {
  await db.update(poolSlash, poolSlashKey(event.args)).set(slashDistributed(event.args, momentOf(event)));
});

// The row cannot exist: the contract takes a commitment once.
on("SlashingManager:ReportCommitted", async ({ event, context: { db } }) => {
  await db.insert(reportCommitment).values(reportCommitted(event.args, momentOf(event)));
});
