import type { Address } from "viem";
import { allocationManagerAbi } from "../../../contracts/generated/allocationManager.ts";
import { delegationManagerAbi } from "../../../contracts/generated/delegationManager.ts";
import { networkRegistryAbi } from "../../../contracts/generated/networkRegistry.ts";
import type { Plan, PlanContext, PlannedCall } from "../Plan.ts";

/** Joins a network: its tasks of later blocks ask the operator. */
export async function planOptIn(context: PlanContext, network: Address): Promise<Plan> {
  const weight = await weightIn(context, network);
  return {
    title: `Opt in to network ${network}.`,
    consequences: [
      "From the next block on its tasks count on this operator, and its offences are slashed.",
      weight === 0n
        ? "It allots the network no stake yet, or the change waits for its effect: see allocate."
        : `Its weight there would be ${weight}.`,
    ],
    calls: [optCall(context, "optIn", network)],
  };
}

/** Leaves a network. */
export async function planOptOut(context: PlanContext, network: Address): Promise<Plan> {
  return {
    title: `Opt out of network ${network}.`,
    consequences: [
      "Tasks created from now on do not ask this operator.",
      "For tasks created before it stays slashable: go on running the client until they are done.",
    ],
    calls: [optCall(context, "optOut", network)],
  };
}

/** Gives a network a magnitude of the operator's pool of an asset. `magnitude` of 1e18 is all of it. */
export async function planAllocate(
  context: PlanContext,
  network: Address,
  asset: Address,
  magnitude: bigint,
): Promise<Plan> {
  const { client, deployment, account } = context;
  const manager = { address: deployment.contracts.allocationManager, abi: allocationManagerAbi } as const;
  const [now, free, up, down] = await Promise.all([
    client.readContract({ ...manager, functionName: "magnitudeOf", args: [account.address, network, asset] }),
    client.readContract({ ...manager, functionName: "freeMagnitudeOf", args: [account.address, asset] }),
    client.readContract({ ...manager, functionName: "allocationDelay" }),
    client.readContract({ ...manager, functionName: "deallocationDelay" }),
  ]);
  const rises = magnitude > now;
  return {
    title: `Allocate ${magnitude} of the pool of ${asset} to network ${network}; it has ${now}, free are ${free}.`,
    consequences: [
      `It takes effect ${rises ? up : down} s after the transaction.`,
      ...(rises ? [] : ["Until then what is taken back stays slashable."]),
    ],
    calls: [allocateCall(context, network, asset, magnitude)],
  };
}

const one = 10n ** 18n;

/** What `StakeRegistry.liveWeightOf` says of a member, of one that is none yet: the contract says 0 of those. */
async function weightIn({ client, deployment, account }: PlanContext, network: Address): Promise<bigint> {
  const { networkRegistry, allocationManager, delegationManager } = deployment.contracts;
  const manager = { address: allocationManager, abi: allocationManagerAbi } as const;
  const pools = { address: delegationManager, abi: delegationManagerAbi } as const;
  const operator = account.address;
  const [assets, multipliers] = await client.readContract({
    ...{ address: networkRegistry, abi: networkRegistryAbi },
    ...{ functionName: "assetsOf", args: [network] },
  });
  const weights = assets.map(async (asset, index) => {
    const [magnitude, total, active] = await Promise.all([
      client.readContract({ ...manager, functionName: "magnitudeOf", args: [operator, network, asset] }),
      client.readContract({ ...manager, functionName: "totalMagnitudeOf", args: [operator, asset] }),
      client.readContract({ ...pools, functionName: "activeAssetsOf", args: [operator, asset] }),
    ]);
    return magnitude === 0n ? 0n : (active * magnitude * (multipliers[index] ?? 0n)) / (total * one);
  });
  return (await Promise.all(weights)).reduce((sum, weight) => sum + weight, 0n);
}

export function optCall(
  { deployment }: PlanContext,
  functionName: "optIn" | "optOut",
  network: Address,
): PlannedCall {
  return {
    what: `${functionName === "optIn" ? "opt in to" : "opt out of"} ${network}`,
    address: deployment.contracts.networkRegistry,
    abi: networkRegistryAbi,
    functionName,
    args: [network],
  };
}

export function allocateCall(
  { deployment }: PlanContext,
  network: Address,
  asset: Address,
  magnitude: bigint,
): PlannedCall {
  return {
    what: `allocate ${magnitude} of ${asset} to ${network}`,
    address: deployment.contracts.allocationManager,
    abi: allocationManagerAbi,
    functionName: "allocate",
    args: [network, asset, magnitude],
  };
}
