import type { Context } from "../context.ts";
import type { Resolvers } from "../generated/schema.ts";
import { eventList } from "./lists.ts";

export const eventResolvers = {
  Query: {
    events: (_parent, { where, orderBy, ...page }, { db, connections }) =>
      connections.root(eventList(db, where ?? {}, orderBy), page),
  },
  ContractEvent: {
    logIndex: (event) => event.log_index,
    transaction: ({ tx, block, timestamp }) => ({ hash: tx, block, timestamp }),
  },
} satisfies Resolvers<Context>;
