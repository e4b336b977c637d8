import type { EpochSchedule } from "../lib/protocol/epochs.ts";
import { allocationPlans } from "./allocations/plan.ts";
import { assetPlans } from "./assets/plan.ts";
import { bucketPlans } from "./buckets/plan.ts";
import { delegationPlans } from "./delegations/plan.ts";
import { eventPlans } from "./events/plan.ts";
import { exposurePlans } from "./exposure/plan.ts";
import { node } from "./ids/plan.ts";
import { metaPlans } from "./meta/plan.ts";
import { networkPlans } from "./networks/plan.ts";
import { operatorPlans } from "./operators/plan.ts";
import { participationPlans } from "./participation/plan.ts";
import type { Plans } from "./plan/compile.ts";
import { responsePlans } from "./responses/plan.ts";
import { rewardPlans } from "./rewards/plan.ts";
import { scheduledPlans } from "./scheduled/plan.ts";
import { searchPlans } from "./search/plan.ts";
import { slashingPlans } from "./slashing/plan.ts";
import { subscriptionPlans } from "./subscriptions/plan.ts";
import { taskPlans } from "./tasks/plan.ts";

/** How every type and root field whose rows are in Postgres is had from them, one folder per subject. */
export function createPlans(schedule: EpochSchedule): Plans {
  const all: readonly Plans[] = [
    allocationPlans,
    assetPlans,
    bucketPlans,
    delegationPlans,
    eventPlans,
    exposurePlans,
    metaPlans,
    networkPlans,
    operatorPlans(schedule),
    participationPlans,
    responsePlans,
    rewardPlans(schedule),
    scheduledPlans(schedule),
    searchPlans,
    slashingPlans,
    subscriptionPlans,
    taskPlans,
  ];
  return {
    objects: Object.assign({}, ...all.map(({ objects }) => objects)),
    query: Object.assign({ node }, ...all.map(({ query }) => query)),
  };
}
