import {
  claimed,
  claimer,
  epochRoot,
  rewardAccrual,
  rewardClaim,
  rewardRoot,
  rewardSchedule,
} from "ponder:schema";
import { cameIn } from "../../../../indexer/buckets/hours.ts";
import { lower, momentOf, originOf } from "../../../../indexer/transitions/moment.ts";
import { required } from "../../../../indexer/transitions/required.ts";
import {
  rewardsAccrued,
  rewardsClaimed,
  rewardsScheduled,
  rootDisabled,
  rootSubmitted,
} from "../../../../indexer/transitions/rewards.ts";
import { countRewards } from "./hours.ts";
import { on } from "./on.ts";

// The row cannot exist: a schedule's id is a counter's hash.
on("RewardsCoordinator:RewardsScheduled", async ({ event, context: { db } }) => {
  await db.insert(rewardSchedule).values(rewardsScheduled(event.args, momentOf(event)));
});

// The row cannot exist: its id holds the log's index.
on("RewardsCoordinator:RewardsAccrued", async ({ event, context: { db } }) => {
  const at = momentOf(event);
  const row = rewardsAccrued(event.args, at);
  await db.insert(rewardAccrual).values(row);
  await countRewards(db, at, row.token, cameIn(row), row.network);
});

// The root cannot exist (its id holds the log's index). The epoch may: a disabled root can be replaced.
on("RewardsCoordinator:RootSubmitted", async ({ event, context: { db } }) => {
  const rows = rootSubmitted(event.args, momentOf(event));
  await db.insert(rewardRoot).values(rows.root);
  await db.insert(epochRoot).values(rows.epochRoot).onConflictDoUpdate({ rootId: rows.epochRoot.rootId });
});

// Both must exist: only the root that stands can be disabled.
on("RewardsCoordinator:RootDisabled", async ({ event, context: { db } }) => {
  const { epoch } = event.args;
  const { rootId } = required(await db.find(epochRoot, { epoch }), "epoch_root", { epoch });
  await db.update(rewardRoot, { id: rootId }).set(rootDisabled(momentOf(event)));
});

// The row may exist: an earner can name another claimer, or take it back.
on("RewardsCoordinator:ClaimerSet", async ({ event, context: { db } }) => {
  const row = { earner: lower(event.args.earner), claimer: lower(event.args.claimer) };
  await db
    .insert(claimer)
    .values({ ...row, ...originOf(momentOf(event)) })
    .onConflictDoUpdate({ claimer: row.claimer });
});

// The claim cannot exist. The total may: it is the same row for every claim of one earner and token.
on("RewardsCoordinator:RewardsClaimed", async ({ event, context: { db } }) => {
  const at = momentOf(event);
  const rows = rewardsClaimed(event.args, at);
  await db.insert(rewardClaim).values(rows.claim);
  await db.insert(claimed).values(rows.claimed).onConflictDoUpdate({ cumulative: rows.claimed.cumulative });
  await countRewards(db, at, rows.claim.token, { claimed: rows.claim.amount });
});
