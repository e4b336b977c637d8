import { encodeFunctionData } from "viem";
import { allocationManagerAbi } from "../../../contracts/generated/allocationManager.ts";
import { networkRegistryAbi } from "../../../contracts/generated/networkRegistry.ts";
import { operatorRegistryAbi } from "../../../contracts/generated/operatorRegistry.ts";
import { stakeRegistryAbi } from "../../../contracts/generated/stakeRegistry.ts";
import { encodeG1, encodeG2 } from "../../../lib/bls/points.ts";
import { hashToG2, possessionDst, publicKeyOf, signHashed } from "../../../lib/bls/signatures.ts";
import { ConfigError } from "../../../lib/errors/NektarError.ts";
import { proofOfPossessionDigest } from "../../../lib/protocol/messages.ts";
import type { Call, OperatorIdentity, SeedContext } from "../SeedContext.ts";

/** In basis points, by operator. */
const commissions = [500, 1000, 1500, 0, 0];
const wholePool = 10n ** 18n;

/**
 * Registrations, with proofs of possession, of operators that are not registered yet.
 *
 * @throws {ConfigError} when one is registered with another key than its keystore holds.
 */
export async function missingRegistrations({ client, deployment, operators }: SeedContext): Promise<Call[]> {
  const { operatorRegistry } = deployment.contracts;
  const registry = { address: operatorRegistry, abi: operatorRegistryAbi } as const;
  const calls = operators.map(async ({ account, secretKey }, index): Promise<Call[]> => {
    const { address } = account;
    const blsKey = encodeG1(publicKeyOf(secretKey));
    if (await client.readContract({ ...registry, functionName: "isRegistered", args: [address] })) {
      const onChain = await client.readContract({ ...registry, functionName: "blsKeyOf", args: [address] });
      if (onChain === blsKey) return [];
      throw new ConfigError(
        `Operator ${address} is registered with another key than its keystore holds: put the keystore back, or begin anew with \`npm start -- --reset\`.`,
      );
    }
    const digest = proofOfPossessionDigest(client.chain.id, operatorRegistry, address);
    const proof = encodeG2(signHashed(hashToG2(digest, possessionDst), secretKey));
    const metadata = `data:application/json,${encodeURIComponent(`{"name":"Operator ${index + 1}"}`)}`;
    const args = [address, commissions[index] ?? 0, metadata, blsKey, proof] as const;
    const data = encodeFunctionData({ abi: operatorRegistryAbi, functionName: "registerOperator", args });
    return [{ from: account, to: operatorRegistry, data }];
  });
  return (await Promise.all(calls)).flat();
}

/** Each operator puts its whole pool at stake for its network. One that was slashed since has less, and that is left so. */
export async function missingAllocations(context: SeedContext): Promise<Call[]> {
  const { client, deployment, demo, operators } = context;
  const { allocationManager } = deployment.contracts;
  const calls = operators.map(async ({ account, network }): Promise<Call[]> => {
    const { effectiveAt } = await client.readContract({
      address: allocationManager,
      abi: allocationManagerAbi,
      functionName: "allocationOf",
      args: [account.address, demo[network], demo.stakeToken],
    });
    if (effectiveAt > 0n) return [];
    const data = encodeFunctionData({
      abi: allocationManagerAbi,
      functionName: "allocate",
      args: [demo[network], demo.stakeToken, wholePool],
    });
    return [{ from: account, to: allocationManager, data }];
  });
  return (await Promise.all(calls)).flat();
}

/** Opt-ins to the demonstration networks; each needs stake enough. */
export async function missingOptIns({ client, deployment, demo, operators }: SeedContext): Promise<Call[]> {
  const { networkRegistry } = deployment.contracts;
  const calls = operators.map(async ({ account, network }): Promise<Call[]> => {
    const optedIn = await client.readContract({
      address: networkRegistry,
      abi: networkRegistryAbi,
      functionName: "isOptedIn",
      args: [demo[network], account.address],
    });
    if (optedIn) return [];
    const data = encodeFunctionData({
      abi: networkRegistryAbi,
      functionName: "optIn",
      args: [demo[network]],
    });
    return [{ from: account, to: networkRegistry, data }];
  });
  return (await Promise.all(calls)).flat();
}

/** One call for each network that records the weights of operators whose live weight differs from the recorded one. */
export async function missingWeights(context: SeedContext): Promise<Call[]> {
  const names = ["factorizationNetwork", "priceAttestationNetwork"] as const;
  return (await Promise.all(names.map((name) => missingWeightsOf(context, name)))).flat();
}

async function missingWeightsOf(context: SeedContext, name: OperatorIdentity["network"]): Promise<Call[]> {
  const { client, deployment, demo } = context;
  const registry = { address: deployment.contracts.stakeRegistry, abi: stakeRegistryAbi } as const;
  const operators = context.operators.filter(({ network }) => network === name);
  const weights = operators.map(async ({ account }) => {
    const args = [demo[name], account.address] as const;
    const [live, recorded] = await Promise.all([
      client.readContract({ ...registry, functionName: "liveWeightOf", args }),
      client.readContract({ ...registry, functionName: "weightOf", args }),
    ]);
    return live === recorded ? [] : [account];
  });
  const stale = (await Promise.all(weights)).flat();
  const [from] = stale;
  if (from === undefined) return [];
  const data = encodeFunctionData({
    abi: stakeRegistryAbi,
    functionName: "syncWeights",
    args: [demo[name], stale.map(({ address }) => address)],
  });
  return [{ from, to: registry.address, data }];
}
