import { sql } from "kysely";
import { zeroAddress } from "viem";
import type {
  ClaimerVersionRow,
  RewardClaimRow,
  RewardRootRow,
} from "../../../lib/database/indexerTables.ts";
import { versionsAt } from "../asOf.ts";
import { kind } from "../kind.ts";

/** Of each epoch the root that stands, or stood last. */
export const roots = kind<RewardRootRow>({
  name: "roots",
  key: ["epoch"],
  rowsAt: ({ block }) =>
    sql`select distinct on (epoch) * from indexer.reward_root where created_block <= ${block}
      order by epoch, created_block desc, id desc`,
  factsOf: (row, { block }) => ({
    root: row.root,
    bundleHash: row.bundle_hash,
    total: row.total,
    activatesAt: row.activates_at,
    disabled: row.disabled_block !== null && row.disabled_block <= block,
  }),
  factsOnChain: ({ epoch }, { rewardsCoordinator }, at) => rewardsCoordinator.read.rootOf([epoch], at),
});

/** Of each earner and token the sum of its claims. */
export const claims = kind<Pick<RewardClaimRow, "earner" | "token"> & { claimed: bigint }>({
  name: "claimed totals",
  key: ["earner", "token"],
  rowsAt: ({ block }) =>
    sql`select earner, token, sum(amount)::numeric(78,0) as claimed from indexer.reward_claim
      where created_block <= ${block} group by earner, token`,
  factsOf: (row) => ({ claimed: row.claimed }),
  factsOnChain: async ({ earner, token }, { rewardsCoordinator }, at) => ({
    claimed: await rewardsCoordinator.read.claimedOf([earner, token], at),
  }),
});

export const claimers = kind<ClaimerVersionRow>({
  name: "claimers",
  key: ["earner"],
  rowsAt: (point) => versionsAt("claimer", point),
  factsOf: (row) => ({ claimer: row.claimer }),
  factsOnChain: async ({ earner, claimer }, { rewardsCoordinator, operatorRegistry }, at) => {
    const entitled = await rewardsCoordinator.read.claimerOf([earner], at);
    if (claimer !== zeroAddress) return { claimer: entitled };
    // Without a claimer an operator's payout address takes its place, which is no fact of this row.
    const payout = await operatorRegistry.read.payoutOf([earner], at);
    return { claimer: entitled === payout ? zeroAddress : entitled };
  },
});
