import type { Context } from "../context.ts";
import type { Resolvers } from "../generated/schema.ts";
import { globalId } from "../ids/globalId.ts";
import { readHash } from "../ids/readHash.ts";
import { mustExist } from "../loading/mustExist.ts";
import { originOf } from "../loading/transaction.ts";
import { challengeList, slashList } from "./lists.ts";

export const slashingResolvers = {
  Query: {
    challenge: (_parent, { challengeId }, { loaders }) =>
      loaders.slashing.challenge.load(readHash(challengeId, "A challenge's id")),
    challenges: (_parent, { where, orderBy, ...page }, { db, connections }) =>
      connections.root(challengeList(db, where ?? {}, orderBy), page),
    slash: (_parent, { slashId }, { loaders }) =>
      loaders.slashing.slash.load(readHash(slashId, "A slash's id")),
    slashes: (_parent, { where, orderBy, ...page }, { db, connections }) =>
      connections.root(slashList(db, where ?? {}, orderBy), page),
  },
  Challenge: {
    id: ({ id }) => globalId("Challenge", id),
    challengeId: ({ id }) => id,
    task: ({ task_id: id }, _args, { loaders }) => mustExist(loaders.tasks.byId.load(id), `task ${id}`),
    network: ({ network }, _args, { loaders }) =>
      mustExist(loaders.networks.byAddress.load(network), `network ${network}`),
    bondToken: (challenge) => challenge.bond_token,
    resolveBy: (challenge) => challenge.resolve_by,
    bondReturned: (challenge) => challenge.bond_returned,
    bondHeld: (challenge) => challenge.bond_held,
    raised: originOf,
    resolvedAt: (challenge) => challenge.resolved_at,
    resolvedTx: (challenge) => challenge.resolved_tx,
  },
  Slash: {
    id: ({ id }) => globalId("Slash", id),
    slashId: ({ id }) => id,
    operator: ({ operator }, _args, { loaders }) =>
      mustExist(loaders.operators.byAddress.load(operator), `operator ${operator}`),
    network: ({ network }, _args, { loaders }) =>
      mustExist(loaders.networks.byAddress.load(network), `network ${network}`),
    task: ({ task_id: id }, _args, { loaders }) => mustExist(loaders.tasks.byId.load(id), `task ${id}`),
    evidenceHash: (slash) => slash.evidence_hash,
    challenge: ({ offence, evidence_hash: id }, _args, { loaders }) =>
      offence === "WRONG_RESPONSE" ? loaders.slashing.challenge.load(id) : null,
    assets: ({ id }, _args, { loaders }) => loaders.slashing.assets.load(id),
    transaction: originOf,
  },
  AssetSlash: {
    asset: ({ asset }, _args, { loaders }) =>
      mustExist(loaders.assets.byAddress.load(asset), `asset ${asset}`),
    magnitudeSlashed: (line) => line.magnitude_slashed,
    magnitudeAfter: (line) => line.magnitude_after,
    totalMagnitudeAfter: (line) => line.total_magnitude_after,
    activeSlashed: (line) => line.active_slashed,
    queuedSlashed: (line) => line.queued_slashed,
    assetsPerShareBefore: (line) => line.assets_per_share_before,
    assetsPerShareAfter: (line) => line.assets_per_share_after,
    distributed: (line) => line.distributed_at !== null,
    reporterAmount: (line) => line.reporter_amount,
    sinkRecipient: (line) => line.sink_recipient,
    sinkAmount: (line) => line.sink_amount,
    distributedAt: (line) => line.distributed_at,
    distributedTx: (line) => line.distributed_tx,
  },
  Ruling: { transaction: originOf },
} satisfies Resolvers<Context>;
