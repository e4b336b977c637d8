import type { Context } from "../context.ts";
import type { Resolvers } from "../generated/schema.ts";
import { mustExist } from "../loading/mustExist.ts";
import { submitResponse } from "./submitResponse.ts";

export const responseResolvers = {
  Mutation: {
    submitResponse: (_parent, { input }, context) => submitResponse(context, input),
  },
  SubmitResponseResult: { __resolveType: (result) => result.__typename },
  SignedResponse: {
    operator: ({ operator }, _args, { loaders }) =>
      mustExist(loaders.operators.byAddress.load(operator), `operator ${operator}`),
    responseHash: (row) => row.response_hash,
    receivedAt: (row) => row.received_at,
  },
} satisfies Resolvers<Context>;
