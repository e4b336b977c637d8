import type { Address } from "viem";
import { allocationManagerAbi } from "../../../contracts/generated/allocationManager.ts";
import { networkRegistryAbi } from "../../../contracts/generated/networkRegistry.ts";
import { type BlockRange, blockRanges } from "../../chain/blockRanges.ts";
import type { Plan, PlanContext } from "../Plan.ts";
import { allocateCall, optCall } from "./membership.ts";

/** Leaves every network and takes every allocation back. What the chain's logs say the operator has, nobody needs to name. */
export async function planExit(context: PlanContext): Promise<Plan> {
  const [networks, allocations] = await Promise.all([joinedNetworks(context), liveAllocations(context)]);
  const { client, deployment } = context;
  const delay = await client.readContract({
    address: deployment.contracts.allocationManager,
    abi: allocationManagerAbi,
    functionName: "deallocationDelay",
  });
  return {
    title: `Exit: leave ${networks.length} networks and take ${allocations.length} allocations back.`,
    consequences: [
      "For tasks created before, the operator stays slashable: go on running the client until they are done.",
      `Allocations stay slashable for ${delay} s more. Delegators keep their stake and can withdraw it.`,
    ],
    calls: [
      ...networks.map((network) => optCall(context, "optOut", network)),
      ...allocations.map(({ network, asset }) => allocateCall(context, network, asset, 0n)),
    ],
  };
}

async function joinedNetworks(context: PlanContext): Promise<Address[]> {
  const { client, deployment, account } = context;
  const registry = { address: deployment.contracts.networkRegistry, abi: networkRegistryAbi } as const;
  const logs = await inRanges(context, (range) =>
    client.getContractEvents({
      ...registry,
      eventName: "OperatorOptedIn",
      args: { operator: account.address },
      ...range,
      strict: true,
    }),
  );
  const networks = [...new Set(logs.map(({ args }) => args.network))];
  const joined = await Promise.all(
    networks.map((network) =>
      client.readContract({ ...registry, functionName: "isOptedIn", args: [network, account.address] }),
    ),
  );
  return networks.filter((_, index) => joined[index]);
}

async function liveAllocations(context: PlanContext): Promise<{ network: Address; asset: Address }[]> {
  const { client, deployment, account } = context;
  const manager = { address: deployment.contracts.allocationManager, abi: allocationManagerAbi } as const;
  const logs = await inRanges(context, (range) =>
    client.getContractEvents({
      ...manager,
      eventName: "AllocationScheduled",
      args: { operator: account.address },
      ...range,
      strict: true,
    }),
  );
  // The last word about each pair; an allocation that is falling to zero already needs no more.
  const last = new Map(logs.map(({ args }) => [`${args.network} ${args.asset}`, args]));
  return [...last.values()].filter(({ newMagnitude }) => newMagnitude > 0n);
}

async function inRanges<Log>(
  { client, deployment }: PlanContext,
  read: (range: BlockRange) => Promise<Log[]>,
): Promise<Log[]> {
  const found: Log[] = [];
  for (const range of blockRanges(BigInt(deployment.startBlock), await client.getBlockNumber()))
    found.push(...(await read(range)));
  return found;
}
