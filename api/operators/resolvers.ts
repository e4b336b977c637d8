import { epochStart } from "../../lib/protocol/epochs.ts";
import { fullMagnitude } from "../allocations/queries.ts";
import type { Context } from "../context.ts";
import { delegationList } from "../delegations/queries.ts";
import { badInput } from "../errors.ts";
import type { Resolvers } from "../generated/schema.ts";
import { globalId } from "../ids/globalId.ts";
import { mustExist } from "../loading/mustExist.ts";
import { originOf } from "../loading/transaction.ts";
import { maxPageSize } from "../pagination/pageArguments.ts";
import { slashList } from "../slashing/lists.ts";
import { taskList } from "../tasks/queries.ts";
import { operatorList } from "./queries.ts";

export const operatorResolvers = {
  Query: {
    operator: (_parent, { address }, { loaders }) => loaders.operators.byAddress.load(address),
    operators: (_parent, { where, orderBy, ...page }, { db, connections }) => {
      if ((where?.address_in?.length ?? 0) > maxPageSize)
        throw badInput(`\`address_in\` takes ${maxPageSize} addresses at most.`);
      return connections.root(operatorList(db, where ?? {}, orderBy ?? "REGISTERED_DESC"), page);
    },
  },
  Operator: {
    id: ({ address }) => globalId("Operator", address),
    blsKey: (operator) => operator.bls_key,
    metadataUri: (operator) => operator.metadata_uri,
    commissionBps: async ({ address }, _args, { loaders }) =>
      (await mustExist(loaders.operators.commission.load(address), `the commission of ${address}`))
        .commission_bps,
    scheduledCommission: ({ address }, _args, { loaders }) =>
      loaders.operators.scheduledCommission.load(address),
    registered: originOf,
    pools: ({ address }, _args, { loaders }) => loaders.operators.pools.load(address),
    memberships: ({ address }, _args, { loaders }) => loaders.networks.membershipsOfOperator.load(address),
    allocations: ({ address }, _args, { loaders }) => loaders.allocations.ofOperator.load(address),
    slashes: ({ address }, { where, orderBy, ...page }, { db, connections }) =>
      connections.nested(slashList(db, { ...where }, orderBy, "operator"), page, address),
    delegations: ({ address }, args, { db, connections }) =>
      connections.nested(delegationList(db, {}, "operator"), args, address),
    tasks: ({ address }, { where, ...page }, { db, connections }) =>
      connections.nested(taskList(db, where ?? {}, "operator"), page, address),
  },
  ScheduledCommission: {
    commissionBps: (commission) => commission.commission_bps,
    effectiveEpoch: (commission) => commission.effective_epoch,
    effectiveAt: (commission, _args, { deployment }) =>
      epochStart(deployment.epoch, commission.effective_epoch),
  },
  Pool: {
    operator: ({ operator }, _args, { loaders }) =>
      mustExist(loaders.operators.byAddress.load(operator), `operator ${operator}`),
    asset: ({ asset }, _args, { loaders }) =>
      mustExist(loaders.assets.byAddress.load(asset), `asset ${asset}`),
    totalAssets: (pool) => pool.total_assets,
    totalShares: (pool) => pool.total_shares,
    queuedShares: (pool) => pool.queued_shares,
    totalMagnitude: async ({ operator, asset }, _args, { loaders }) =>
      (await loaders.allocations.poolMagnitude.load([operator, asset]))?.total_magnitude ?? fullMagnitude,
  },
} satisfies Resolvers<Context>;
