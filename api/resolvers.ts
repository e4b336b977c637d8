import type { Context } from "./context.ts";
import type { Resolvers } from "./generated/schema.ts";
import { metaResolvers } from "./meta/resolvers.ts";
import { rewardResolvers } from "./rewards/resolvers.ts";
import { addressScalar } from "./scalars/address.ts";
import { bigIntScalar } from "./scalars/bigInt.ts";
import { bytesScalar } from "./scalars/bytes.ts";
import { dateTimeScalar } from "./scalars/dateTime.ts";
import { subscriptionResolvers } from "./subscriptions/resolvers.ts";

/** The scalars, and the root fields that are not had from Postgres alone; all others are in `plans.ts`. */
export const resolvers: Resolvers<Context>[] = [
  { BigInt: bigIntScalar, Address: addressScalar, Bytes: bytesScalar, DateTime: dateTimeScalar },
  metaResolvers,
  rewardResolvers,
  subscriptionResolvers,
];
