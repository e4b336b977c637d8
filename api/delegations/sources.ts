import { createdColumns, stepped, versioned } from "../plan/source.ts";

export const delegationRows = versioned("delegation", ["delegator", "operator", "asset"], createdColumns);

const completed = {
  block: "completed_block",
  timestamp: "completed_at",
  columns: ["assets_paid", "assets_lost_to_slashing", "completed_at"],
};
export const withdrawalRows = stepped(
  "withdrawal",
  ["id", "delegator", "operator", "asset", "shares", "unlock_at", ...createdColumns],
  [completed],
);
