import type { Context } from "../context.ts";
import type { Resolvers } from "../generated/schema.ts";
import { globalId } from "../ids/globalId.ts";
import { mustExist } from "../loading/mustExist.ts";
import { originOf } from "../loading/transaction.ts";
import { taskList } from "../tasks/queries.ts";
import { networkList } from "./queries.ts";

export const networkResolvers = {
  Query: {
    network: (_parent, { address }, { loaders }) => loaders.networks.byAddress.load(address),
    networks: (_parent, { where, ...page }, { db, connections }) =>
      connections.root(networkList(db, where ?? {}), page),
  },
  Network: {
    id: ({ address }) => globalId("Network", address),
    metadataUri: (network) => network.metadata_uri,
    totalWeight: (network) => network.total_weight,
    parameters: ({ address }, _args, { loaders }) =>
      mustExist(loaders.networks.parameters.load(address), `the parameters of ${address}`),
    scheduledParameters: ({ address }, _args, { loaders }) =>
      loaders.networks.scheduledParameters.load(address),
    assets: ({ address }, _args, { loaders }) => loaders.networks.assets.load(address),
    memberships: ({ address }, _args, { loaders }) => loaders.networks.membershipsOfNetwork.load(address),
    registered: originOf,
    tasks: ({ address }, { where, ...page }, { db, connections }) =>
      connections.nested(taskList(db, where ?? {}, "network"), page, address),
  },
  NetworkParameters: {
    effectiveEpoch: (parameters) => parameters.effective_epoch,
    minimumWeight: (parameters) => parameters.minimum_weight,
    quorumBps: (parameters) => parameters.quorum_bps,
    responseWindow: (parameters) => Number(parameters.response_window),
    challengeWindow: (parameters) => Number(parameters.challenge_window),
    performanceBps: (parameters) => parameters.performance_bps,
    feeToken: (parameters) => parameters.fee_token,
    baseFee: (parameters) => parameters.base_fee,
    feePerByte: (parameters) => parameters.fee_per_byte,
  },
  NetworkAsset: {
    asset: ({ asset }, _args, { loaders }) =>
      mustExist(loaders.assets.byAddress.load(asset), `asset ${asset}`),
  },
  Membership: {
    network: ({ network }, _args, { loaders }) =>
      mustExist(loaders.networks.byAddress.load(network), `network ${network}`),
    operator: ({ operator }, _args, { loaders }) =>
      mustExist(loaders.operators.byAddress.load(operator), `operator ${operator}`),
    optedIn: (membership) => membership.opted_in,
    weights: ({ network, operator }, _args, { loaders }) =>
      loaders.networks.weights.load([network, operator]),
    slashableUntil: (membership) => membership.slashable_until,
    assignedTasks: (membership) => membership.assigned_tasks,
    signedTasks: (membership) => membership.signed_tasks,
  },
  AssetWeight: {
    asset: ({ asset }, _args, { loaders }) =>
      mustExist(loaders.assets.byAddress.load(asset), `asset ${asset}`),
  },
} satisfies Resolvers<Context>;
