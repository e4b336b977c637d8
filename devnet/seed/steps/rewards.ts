import { encodeFunctionData, getAbiItem } from "viem";
import { epochClockAbi } from "../../../contracts/generated/epochClock.ts";
import { rewardsCoordinatorAbi } from "../../../contracts/generated/rewardsCoordinator.ts";
import { epochsFunded, fewestEpochsAhead, rewardPerEpoch } from "../amounts.ts";
import { roles } from "../roles.ts";
import type { Call, SeedContext } from "../SeedContext.ts";

/** A reward schedule for the demonstration network, when less than a week is funded ahead. */
export async function missingRewards({ client, deployment, demo }: SeedContext): Promise<Call[]> {
  const { epochClock, rewardsCoordinator } = deployment.contracts;
  const network = demo.factorizationNetwork;
  const [current, schedules] = await Promise.all([
    client.readContract({ address: epochClock, abi: epochClockAbi, functionName: "currentEpoch" }),
    client.getLogs({
      address: rewardsCoordinator,
      event: getAbiItem({ abi: rewardsCoordinatorAbi, name: "RewardsScheduled" }),
      args: { network, token: demo.rewardToken },
      fromBlock: BigInt(deployment.startBlock),
      strict: true,
    }),
  ]);
  const next = firstUnfundedEpoch(
    current,
    schedules.map(({ args }) => args),
  );
  if (next > current + fewestEpochsAhead) return [];
  const args = [network, demo.rewardToken, rewardPerEpoch, next, epochsFunded] as const;
  const data = encodeFunctionData({ abi: rewardsCoordinatorAbi, functionName: "fundSchedule", args });
  return [{ from: roles.deployer, to: rewardsCoordinator, data }];
}

/** The first epoch after the current one that no schedule covers, if schedules follow one another. */
export function firstUnfundedEpoch(
  current: bigint,
  schedules: readonly { firstEpoch: bigint; epochs: bigint }[],
): bigint {
  let next = current + 1n;
  for (const { firstEpoch, epochs } of schedules) {
    if (firstEpoch + epochs > next) next = firstEpoch + epochs;
  }
  return next;
}
