import type { Hex } from "viem";
import { delegationManagerAbi } from "../../contracts/generated/delegationManager.ts";
import { operatorRegistryAbi } from "../../contracts/generated/operatorRegistry.ts";
import { stakeRegistryAbi } from "../../contracts/generated/stakeRegistry.ts";
import type { Deployment } from "../../lib/chain/deployment.ts";
import type { ChainClient } from "./chainFacts.ts";
import { ask } from "./queries.ts";

/** What stake, pools, weights and keys are: once as the API tells it, once as the contracts do, in one form. */
export type Figures = {
  readonly operators: readonly { address: string; blsKey: string; pool: string[]; weight: string }[];
  readonly totalWeight: string;
  readonly delegations: readonly { delegator: string; operator: string; shares: string }[];
};

type ApiFigures = {
  operators: {
    nodes: {
      address: string;
      blsKey: string;
      pools: { totalAssets: string; totalShares: string; queuedShares: string }[];
      memberships: { weight: string }[];
    }[];
  };
  networks: { nodes: { totalWeight: string }[] };
  delegations: { nodes: { delegator: string; operator: { address: string }; shares: string }[] };
};

export async function figuresOfApi(url: string): Promise<Figures> {
  const data = await ask<ApiFigures>(
    url,
    `{
      operators(first: 10) { nodes {
        address blsKey pools { totalAssets totalShares queuedShares } memberships { weight }
      } }
      networks(first: 10) { nodes { totalWeight } }
      delegations(first: 50) { nodes { delegator operator { address } shares } }
    }`,
  );
  const operators = data.operators.nodes.map(({ address, blsKey, pools, memberships }) => ({
    address,
    blsKey,
    pool: pools.flatMap((pool) => [pool.totalAssets, pool.totalShares, pool.queuedShares]),
    weight: memberships.map(({ weight }) => weight).join(),
  }));
  const delegations = data.delegations.nodes.map(({ delegator, operator, shares }) => ({
    delegator,
    operator: operator.address,
    shares,
  }));
  return {
    operators: byKey(operators, ({ address }) => address),
    totalWeight: data.networks.nodes.map(({ totalWeight }) => totalWeight).join(),
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
  const network = demo.factorizationNetwork;
  const operators = accounts.operators.map(async (address) => {
    const [pool, blsKey, weight] = await Promise.all([
      client.readContract({ ...pools, functionName: "poolOf", args: [address, demo.stakeToken] }),
      client.readContract({ ...keys, functionName: "blsKeyOf", args: [address] }),
      client.readContract({ ...stake, functionName: "weightOf", args: [network, address] }),
    ]);
    const { totalAssets, totalShares, queuedShares } = pool;
    return {
      address,
      blsKey,
      pool: [totalAssets, totalShares, queuedShares].map(String),
      weight: String(weight),
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
  const totalWeight = await client.readContract({ ...stake, functionName: "totalWeightOf", args: [network] });
  return {
    operators: byKey(await Promise.all(operators), ({ address }) => address),
    totalWeight: String(totalWeight),
    delegations: byKey((await Promise.all(delegations)).flat(), (entry) => entry.delegator + entry.operator),
  };
}

function byKey<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return [...items].sort((one, other) => key(one).localeCompare(key(other)));
}
