import type { AllocationRow } from "../../lib/database/indexerTables.ts";
import type { Context } from "../context.ts";
import type { Resolvers } from "../generated/schema.ts";
import { mustExist } from "../loading/mustExist.ts";

export const allocationResolvers = {
  Allocation: {
    operator: ({ operator }, _args, { loaders }) =>
      mustExist(loaders.operators.byAddress.load(operator), `operator ${operator}`),
    network: ({ network }, _args, { loaders }) =>
      mustExist(loaders.networks.byAddress.load(network), `network ${network}`),
    asset: ({ asset }, _args, { loaders }) =>
      mustExist(loaders.assets.byAddress.load(asset), `asset ${asset}`),
    magnitude: (allocation, _args, context) =>
      waits(allocation, context) ? allocation.magnitude : allocation.next_magnitude,
    nextMagnitude: (allocation, _args, context) =>
      waits(allocation, context) ? allocation.next_magnitude : null,
    effectiveAt: (allocation, _args, context) =>
      waits(allocation, context) ? allocation.effective_at : null,
  },
} satisfies Resolvers<Context>;

/** Whether its change has no effect yet; in the second of `effectiveAt` it has. */
function waits({ effective_at }: AllocationRow, { position }: Context): boolean {
  return position.indexed.timestamp < effective_at;
}
