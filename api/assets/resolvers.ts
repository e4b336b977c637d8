import type { Context } from "../context.ts";
import type { Resolvers } from "../generated/schema.ts";
import { globalId } from "../ids/globalId.ts";
import { originOf } from "../loading/transaction.ts";
import { assetList } from "./queries.ts";

export const assetResolvers = {
  Query: {
    asset: (_parent, { address }, { loaders }) => loaders.assets.byAddress.load(address),
    assets: (_parent, args, { db, connections }) => connections.root(assetList(db), args),
  },
  Asset: {
    id: ({ address }) => globalId("Asset", address),
    totalAssets: async ({ address }, _args, { loaders }) =>
      (await loaders.assets.totals.load(address))?.total ?? 0n,
    listed: originOf,
  },
} satisfies Resolvers<Context>;
