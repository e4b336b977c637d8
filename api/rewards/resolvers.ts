import { epochEnd, epochStart } from "../../lib/protocol/epochs.ts";
import type { Context } from "../context.ts";
import { badInput } from "../errors.ts";
import type { Resolvers } from "../generated/schema.ts";
import { globalId } from "../ids/globalId.ts";
import { mustExist } from "../loading/mustExist.ts";
import { originOf } from "../loading/transaction.ts";
import { earnerRewards } from "./earnerRewards.ts";
import { epochConnection } from "./epochConnection.ts";
import { calculatedRoot, epochStatus } from "./epochStatus.ts";
import { rewardExplanation } from "./rewardExplanation.ts";

export const rewardResolvers = {
  Query: {
    rewardEpoch: (_parent, { epoch }, { currentEpoch }) => {
      if (epoch < 0n) throw badInput("Epochs count from 0.");
      return epoch <= currentEpoch ? { epoch } : null;
    },
    rewardEpochs: (_parent, args, { currentEpoch }) => epochConnection(currentEpoch, args),
    rewards: (_parent, { earner }, context) => earnerRewards(context, earner),
    explainReward: (_parent, args, context) => rewardExplanation(context, args),
  },
  RewardEpoch: {
    id: ({ epoch }) => globalId("RewardEpoch", epoch.toString()),
    startsAt: ({ epoch }, _args, { deployment }) => epochStart(deployment.epoch, epoch),
    endsAt: ({ epoch }, _args, { deployment }) => epochEnd(deployment.epoch, epoch),
    status: async ({ epoch }, _args, { deployment, loaders, position }) => {
      const [calculation, root] = await Promise.all([
        loaders.rewards.calculation.load(epoch),
        loaders.rewards.root.load(epoch),
      ]);
      return epochStatus({
        endsAt: epochEnd(deployment.epoch, epoch),
        finalisedTimestamp: position.finalised.timestamp,
        indexedTimestamp: position.indexed.timestamp,
        calculation,
        root,
      });
    },
    ruleVersion: async ({ epoch }, _args, { loaders }) =>
      (await loaders.rewards.calculation.load(epoch))?.rule_version,
    root: ({ epoch }, _args, { loaders }) => loaders.rewards.root.load(epoch),
    calculatedRoot: async ({ epoch }, _args, { loaders }) =>
      calculatedRoot(await loaders.rewards.calculation.load(epoch)),
    leafCount: async ({ epoch }, _args, { loaders }) =>
      (await loaders.rewards.calculation.load(epoch))?.leaf_count,
    pots: async ({ epoch }, _args, { loaders }) => {
      const calculation = await loaders.rewards.calculation.load(epoch);
      // Rows of an unfinished calculation may be incomplete.
      return calculation === null || calculation.state === "calculating"
        ? []
        : loaders.rewards.pots.load(epoch);
    },
  },
  RewardRoot: {
    bundleHash: (root) => root.bundle_hash,
    activatesAt: (root) => root.activates_at,
    submitted: originOf,
  },
  RewardPot: {
    network: ({ network }, _args, { loaders }) =>
      mustExist(loaders.networks.byAddress.load(network), `network ${network}`),
    carriedIn: (pot) => pot.carry_in,
    carriedOut: (pot) => pot.carry_out,
    operators: async ({ epoch, network, token }, _args, { loaders }) =>
      (await loaders.rewards.operators.load(epoch)).filter(
        (row) => row.network === network && row.token === token,
      ),
  },
  OperatorReward: {
    operator: ({ operator }, _args, { loaders }) =>
      mustExist(loaders.operators.byAddress.load(operator), `operator ${operator}`),
    weightSeconds: (reward) => reward.weight_seconds,
    commissionBps: (reward) => reward.commission_bps,
  },
  RewardInterval: { seconds: ({ from, until }) => until - from },
  RewardStep: {
    remainder: ({ rounding }) => rounding?.remainder,
    divisor: ({ rounding }) => rounding?.divisor,
  },
} satisfies Resolvers<Context>;
