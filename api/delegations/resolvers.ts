import type { DelegationRow } from "../../lib/database/indexerTables.ts";
import type { Context } from "../context.ts";
import type { Resolvers } from "../generated/schema.ts";
import { globalId } from "../ids/globalId.ts";
import { mustExist } from "../loading/mustExist.ts";
import { originOf } from "../loading/transaction.ts";
import { delegationList, withdrawalList } from "./queries.ts";
import { sharesToAssetsDown } from "./sharesToAssets.ts";

export const delegationResolvers = {
  Query: {
    delegations: (_parent, { where, ...page }, { db, connections }) =>
      connections.root(delegationList(db, where ?? {}), page),
    withdrawals: (_parent, { where, ...page }, { db, connections }) =>
      connections.root(withdrawalList(db, where ?? {}), page),
  },
  Delegation: {
    id: ({ delegator, operator, asset }) => globalId("Delegation", `${delegator}-${operator}-${asset}`),
    operator: ({ operator }, _args, { loaders }) =>
      mustExist(loaders.operators.byAddress.load(operator), `operator ${operator}`),
    asset: ({ asset }, _args, { loaders }) =>
      mustExist(loaders.assets.byAddress.load(asset), `asset ${asset}`),
    assets: (delegation, _args, { loaders }) => worthNowDown(delegation, loaders),
    since: originOf,
  },
  Withdrawal: {
    id: ({ id }) => globalId("Withdrawal", id),
    withdrawalId: ({ id }) => id,
    operator: ({ operator }, _args, { loaders }) =>
      mustExist(loaders.operators.byAddress.load(operator), `operator ${operator}`),
    asset: ({ asset }, _args, { loaders }) =>
      mustExist(loaders.assets.byAddress.load(asset), `asset ${asset}`),
    assets: (withdrawal, _args, { loaders }) =>
      withdrawal.completed_at === null ? worthNowDown(withdrawal, loaders) : null,
    status: (withdrawal) => (withdrawal.completed_at === null ? "QUEUED" : "COMPLETED"),
    queued: originOf,
    unlocksAt: (withdrawal) => withdrawal.unlock_at,
    assetsPaid: (withdrawal) => withdrawal.assets_paid,
    assetsLostToSlashing: (withdrawal) => withdrawal.assets_lost_to_slashing,
    completedAt: (withdrawal) => withdrawal.completed_at,
  },
} satisfies Resolvers<Context>;

/** What shares are worth at their pool's rate as it is now, after whatever was slashed. */
async function worthNowDown(
  { operator, asset, shares }: Pick<DelegationRow, "operator" | "asset" | "shares">,
  loaders: Context["loaders"],
): Promise<bigint> {
  const pool = await mustExist(loaders.operators.pool.load([operator, asset]), `pool ${operator} ${asset}`);
  return sharesToAssetsDown(shares, pool);
}
