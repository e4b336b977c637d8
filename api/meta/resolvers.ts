import type { Context } from "../context.ts";
import type { Resolvers } from "../generated/schema.ts";
import { readInvariants } from "./invariants.ts";

/** Version of `schema.graphql`, by the rules of semantic versioning. */
const schemaVersion = "0.2.0";

export const metaResolvers = {
  Query: {
    _meta: (_parent, _args, { position }) => position,
    invariants: (_parent, _args, { db }) => readInvariants(db),
  },
  Invariant: {
    holds: ({ violations }) => violations === 0,
    checkedBlock: (invariant) => invariant.checked_block,
    checkedAt: (invariant) => invariant.checked_at,
  },
  Meta: {
    safe: (_position, _args, { readSafe }) => readSafe(),
    head: (_position, _args, { readHead }) => readHead(),
    lag: async ({ indexed }, _args, { readHead }) => {
      const head = await readHead();
      // The node that was asked may be behind the one that the indexer follows.
      return head === null ? null : Math.max(0, Number(head.number - indexed.number));
    },
    schemaVersion: () => schemaVersion,
    contracts: (_position, _args, { deployment }) =>
      Object.entries(deployment.contracts).map(([name, address]) => ({
        name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
        address,
      })),
    currentEpoch: (_position, _args, { currentEpoch }) => currentEpoch,
  },
} satisfies Resolvers<Context>;
