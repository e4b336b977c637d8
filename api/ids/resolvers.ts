import type { Address, Hex } from "viem";
import type { Context } from "../context.ts";
import type { Resolvers } from "../generated/schema.ts";
import { type NodeType, readGlobalId } from "./globalId.ts";
import type { NodeModel } from "./NodeModel.ts";

export const nodeResolvers = {
  Query: {
    node: (_parent, { id }, context) => {
      const { type, key } = readGlobalId(id);
      return find[type](context, key);
    },
  },
  Node: { __resolveType: (node) => node.__typename },
} satisfies Resolvers<Context>;

type Find = (context: Context, key: string) => Promise<NodeModel | null>;

/** Keys were checked by `readGlobalId`. */
const find: Readonly<Record<NodeType, Find>> = {
  Asset: async ({ loaders }, key) => named("Asset", await loaders.assets.byAddress.load(key as Address)),
  Operator: async ({ loaders }, key) =>
    named("Operator", await loaders.operators.byAddress.load(key as Address)),
  Network: async ({ loaders }, key) =>
    named("Network", await loaders.networks.byAddress.load(key as Address)),
  Delegation: async ({ loaders }, key) => {
    const parts = key.split("-") as [Address, Address, Address];
    return named("Delegation", await loaders.delegations.byKey.load(parts));
  },
  Withdrawal: async ({ loaders }, key) =>
    named("Withdrawal", await loaders.delegations.withdrawal.load(key as Hex)),
  Task: async ({ loaders }, key) => named("Task", await loaders.tasks.byId.load(key as Hex)),
  Challenge: async ({ loaders }, key) =>
    named("Challenge", await loaders.slashing.challenge.load(key as Hex)),
  Slash: async ({ loaders }, key) => named("Slash", await loaders.slashing.slash.load(key as Hex)),
  RewardEpoch: async ({ currentEpoch }, key) => {
    const epoch = BigInt(key);
    return epoch <= currentEpoch ? { __typename: "RewardEpoch", epoch } : null;
  },
};

function named<Name extends string, Row extends object>(
  __typename: Name,
  row: Row | null,
): (Row & { __typename: Name }) | null {
  return row === null ? null : { ...row, __typename };
}
