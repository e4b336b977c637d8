import { sql } from "kysely";
import type {
  AllocationVersionRow,
  DelegationVersionRow,
  PoolMagnitudeVersionRow,
  PoolVersionRow,
  WithdrawalRow,
} from "../../../lib/database/indexerTables.ts";
import { versionsAt } from "../asOf.ts";
import { kind } from "../kind.ts";

export const pools = kind<PoolVersionRow>({
  name: "pools",
  key: ["operator", "asset"],
  rowsAt: (point) => versionsAt("pool", point),
  factsOf: (row) => ({
    totalAssets: row.total_assets,
    totalShares: row.total_shares,
    queuedShares: row.queued_shares,
  }),
  factsOnChain: ({ operator, asset }, { delegationManager }, at) =>
    delegationManager.read.poolOf([operator, asset], at),
});

export const delegations = kind<DelegationVersionRow>({
  name: "delegations",
  key: ["delegator", "operator", "asset"],
  rowsAt: (point) => versionsAt("delegation", point),
  factsOf: (row) => ({ shares: row.shares }),
  factsOnChain: async ({ delegator, operator, asset }, { delegationManager }, at) => ({
    shares: await delegationManager.read.sharesOf([delegator, operator, asset], at),
  }),
});

export const withdrawals = kind<WithdrawalRow>({
  name: "withdrawals",
  key: ["id"],
  rowsAt: ({ block }) => sql`select * from indexer.withdrawal where created_block <= ${block}`,
  factsOf: (row, { block }) => ({
    delegator: row.delegator,
    operator: row.operator,
    asset: row.asset,
    shares: row.shares,
    unlockAt: row.unlock_at,
    completed: row.completed_block !== null && row.completed_block <= block,
  }),
  factsOnChain: async ({ id }, { delegationManager }, at) => {
    const { delegator, operator, asset, shares, unlockAt, completed } =
      await delegationManager.read.withdrawalOf([id], at);
    return { delegator, operator, asset, shares, unlockAt, completed };
  },
});

export const allocations = kind<AllocationVersionRow>({
  name: "allocations",
  key: ["operator", "network", "asset"],
  rowsAt: (point) => versionsAt("allocation", point),
  factsOf: (row, { timestamp }) => ({
    // A change that is due counts by itself.
    current: timestamp < row.effective_at ? row.magnitude : row.next_magnitude,
    next: row.next_magnitude,
    effectiveAt: row.effective_at,
  }),
  factsOnChain: ({ operator, network, asset }, { allocationManager }, at) =>
    allocationManager.read.allocationOf([operator, network, asset], at),
});

export const magnitudes = kind<PoolMagnitudeVersionRow>({
  name: "magnitudes of slashed pools",
  key: ["operator", "asset"],
  rowsAt: (point) => versionsAt("pool_magnitude", point),
  factsOf: (row) => ({ totalMagnitude: row.total_magnitude }),
  factsOnChain: async ({ operator, asset }, { allocationManager }, at) => ({
    totalMagnitude: await allocationManager.read.totalMagnitudeOf([operator, asset], at),
  }),
});
