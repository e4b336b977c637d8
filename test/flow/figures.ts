import type { Hex } from "viem";
import { delegationManagerAbi } from "../../contracts/generated/delegationManager.ts";
import { networkRegistryAbi } from "../../contracts/generated/networkRegistry.ts";
import { operatorRegistryAbi } from "../../contracts/generated/operatorRegistry.ts";
import { stakeRegistryAbi } from "../../contracts/generated/stakeRegistry.ts";
import type { Deployment } from "../../lib/chain/deployment.ts";
import type { ChainClient } from "./chainFacts.ts";
import { ask } from "./queries.ts";

/** What stake, pools, weights and keys are: once as the API tells it, once as the contracts do, in one form. */
export type Figures = {
  readonly operators: readonly { address: string; blsKey: string; pool: string[]; weight: string }[];
  /** Of all networks, each with its address. */
  readonly totalWeights: readonly string[];
  readonly delegations: readonly { delegator: string; operator: string; shares: string }[];
};

type ApiFigures = {
  operators: {
    nodes: {
      address: string;
      blsKey: string;
      pools: { totalAssets: string; totalShares: string; queuedShares: string }[];
      memberships: { network: { address: string }; weight: string }[];
    }[];
  };
  networks: { nodes: { address: string; totalWeight: string }[] };
  delegations: { nodes: { delegator: string; operator: { address: string }; shares: string }[] };
};

export async function figuresOfApi(url: string): Promise<Figures> {
  const data = await ask<ApiFigures>(
    url,
    `{
      operators(first: 10) { nodes {
        address blsKey pools { totalAssets totalShares queuedShares } memberships { network { address } weight }
      } }
      networks(first: 10) { nodes { address totalWeight } }
      delegations(first: 50) { nodes { delegator operator { address } shares } }
    }`,
  );
  const operators = data.operators.nodes.map(({ address, blsKey, pools, memberships }) => ({
    address,
    blsKey,
    pool: pools.flatMap((pool) => [pool.totalAssets, pool.totalShares, pool.queuedShares]),
    weight: memberships.map(({ network, weight }) => figure(network.address, weight)).join(),
  }));
  const delegations = data.delegations.nodes.map(({ delegator, operator, shares }) => ({
    delegator,
    operator: operator.address,
    shares,
  }));
  return {
    operators: byKey(operators, ({ address }) => address),
    totalWeights: data.networks.nodes.map(({ address, totalWeight }) => figure(address, totalWeight)).sort(),
    delegations: byKey(delegations, ({ delegator, operator }) => delegator + operator),
  };
}

/** @param operators and delegators that exist; the contracts have no lists of them. */
export async function figuresOfContracts(
  client: ChainClient,
  deployment: Deployment,
  accounts: { operators: readonly Hex[]; delegators: readonly Hex[] },
  blockNumber: bigint,
): Promise<Figures> {
  const { demo, contracts } = deployment;
  if (!demo) throw new Error("no demonstration network");
  const pools = { address: contracts.delegationManager, abi: delegationManagerAbi, blockNumber } as const;
  const keys = { address: contracts.operatorRegistry, abi: operatorRegistryAbi, blockNumber } as const;
  const stake = { address: contracts.stakeRegistry, abi: stakeRegistryAbi, blockNumber } as const;
  const networks = [demo.factorizationNetwork, demo.priceAttestationNetwork];
  const registry = { address: contracts.networkRegistry, abi: networkRegistryAbi, blockNumber } as const;
  const weightsOf = async (operator: Hex) => {
    const weights = networks.map(async (network) => {
      const args = [network, operator] as const;
      if (!(await client.readContract({ ...registry, functionName: "isOptedIn", args }))) return [];
      return [figure(network, await client.readContract({ ...stake, functionName: "weightOf", args }))];
    });
    return (await Promise.all(weights)).flat().join();
  };
  const operators = accounts.operators.map(async (address) => {
    const [pool, blsKey, weight] = await Promise.all([
      client.readContract({ ...pools, functionName: "poolOf", args: [address, demo.stakeToken] }),
      client.readContract({ ...keys, functionName: "blsKeyOf", args: [address] }),
      weightsOf(address),
    ]);
    const { totalAssets, totalShares, queuedShares } = pool;
    return {
      address,
      blsKey,
      pool: [totalAssets, totalShares, queuedShares].map(String),
      weight,
    };
  });
  const pairs = accounts.delegators.flatMap((delegator) =>
    accounts.operators.map((operator) => ({ delegator, operator })),
  );
  const delegations = pairs.map(async ({ delegator, operator }) => {
    const args = [delegator, operator, demo.stakeToken] as const;
    const shares = await client.readContract({ ...pools, functionName: "sharesOf", args });
    return shares === 0n ? [] : [{ delegator, operator, shares: String(shares) }];
  });
  const totalWeights = networks.map(async (network) =>
    figure(network, await client.readContract({ ...stake, functionName: "totalWeightOf", args: [network] })),
  );
  return {
    operators: byKey(await Promise.all(operators), ({ address }) => address),
    totalWeights: (await Promise.all(totalWeights)).sort(),
    delegations: byKey((await Promise.all(delegations)).flat(), (entry) => entry.delegator + entry.operator),
  };
}

function figure(network: string, weight: string | bigint): string {
  return `${network.toLowerCase()} ${weight}`;
}

function byKey<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return [...items].sort((one, other) => key(one).localeCompare(key(other)));
}
