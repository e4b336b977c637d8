import type { Context } from "../context.ts";
import type { Resolvers } from "../generated/schema.ts";
import { globalId } from "../ids/globalId.ts";
import { mustExist } from "../loading/mustExist.ts";
import { originOf } from "../loading/transaction.ts";
import { slashList } from "../slashing/lists.ts";
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
    allocations: ({ address }, _args, { loaders }) => loaders.allocations.ofNetwork.load(address),
    slashes: ({ address }, { where, orderBy, ...page }, { db, connections }) =>
      connections.nested(slashList(db, { ...where }, orderBy, "network"), page, address),
    registered: originOf,
    tasks: ({ address }, { where, ...page }, { db, connections }) =>
      connections.nested(taskList(db, where ?? {}, "network"), page, address),
  },
  NetworkParameters: {
    effectiveEpoch: (parameters) => parameters.effective_epoch,
    minimumWeight: (parameters) => parameters.minimum_weight,
    minimumOperators: (parameters) => parameters.minimum_operators,
    quorumBps: (parameters) => parameters.quorum_bps,
    responseWindow: (parameters) => Number(parameters.response_window),
    challengeWindow: (parameters) => Number(parameters.challenge_window),
    resolutionWindow: (parameters) => Number(parameters.resolution_window),
    performanceBps: (parameters) => parameters.performance_bps,
    feeToken: (parameters) => parameters.fee_token,
    baseFee: (parameters) => parameters.base_fee,
    feePerByte: (parameters) => parameters.fee_per_byte,
    bondToken: (parameters) => parameters.bond_token,
    wrongResponseSlashBps: (parameters) => parameters.wrong_response_slash_bps,
    equivocationSlashBps: (parameters) => parameters.equivocation_slash_bps,
    challengerShareBps: (parameters) => parameters.challenger_share_bps,
    reporterShareBps: (parameters) => parameters.reporter_share_bps,
    slashSink: (parameters) => parameters.slash_sink,
    slashRecipient: (parameters) =>
      parameters.slash_sink === "RECIPIENT" ? parameters.slash_recipient : null,
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
