import { allocationResolvers } from "./allocations/resolvers.ts";
import { assetResolvers } from "./assets/resolvers.ts";
import type { Context } from "./context.ts";
import { delegationResolvers } from "./delegations/resolvers.ts";
import { eventResolvers } from "./events/resolvers.ts";
import type { Resolvers } from "./generated/schema.ts";
import { nodeResolvers } from "./ids/resolvers.ts";
import { metaResolvers } from "./meta/resolvers.ts";
import { networkResolvers } from "./networks/resolvers.ts";
import { operatorResolvers } from "./operators/resolvers.ts";
import { responseResolvers } from "./responses/resolvers.ts";
import { rewardResolvers } from "./rewards/resolvers.ts";
import { addressScalar } from "./scalars/address.ts";
import { bigIntScalar } from "./scalars/bigInt.ts";
import { bytesScalar } from "./scalars/bytes.ts";
import { dateTimeScalar } from "./scalars/dateTime.ts";
import { slashingResolvers } from "./slashing/resolvers.ts";
import { subscriptionResolvers } from "./subscriptions/resolvers.ts";
import { taskResolvers } from "./tasks/resolvers.ts";

/** All resolvers, one folder per subject. */
export const resolvers: Resolvers<Context>[] = [
  { BigInt: bigIntScalar, Address: addressScalar, Bytes: bytesScalar, DateTime: dateTimeScalar },
  allocationResolvers,
  assetResolvers,
  delegationResolvers,
  eventResolvers,
  metaResolvers,
  networkResolvers,
  nodeResolvers,
  operatorResolvers,
  responseResolvers,
  rewardResolvers,
  slashingResolvers,
  subscriptionResolvers,
  taskResolvers,
];
