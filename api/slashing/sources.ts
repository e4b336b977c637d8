import { constant, createdColumns, stepped, versioned } from "../plan/source.ts";

export const challengeRows = versioned(
  "challenge",
  ["id"],
  ["task_id", "network", "challenger", "bond_token", "bond", "resolve_by", ...createdColumns],
);
export const slashRows = constant("slash");

/** What a slash took of each pool; when it was paid out is a step of its own. */
export const poolSlashRows = stepped(
  "pool_slash",
  [
    ...[
      "slash_id",
      "operator",
      "asset",
      "network",
      "magnitude_slashed",
      "magnitude_after",
      "total_magnitude_after",
    ],
    ...["fraction", "active_slashed", "queued_slashed", "assets_per_share_before", "assets_per_share_after"],
    ...["total_assets_after", "total_shares"],
    ...["block", "log_index", "timestamp"],
  ],
  [
    {
      block: "distributed_block",
      timestamp: "distributed_at",
      columns: [
        ...["reporter_amount", "sink", "sink_recipient", "sink_amount"],
        ...["distributed_block", "distributed_at", "distributed_tx"],
      ],
    },
  ],
  { block: "block", timestamp: "timestamp" },
);
