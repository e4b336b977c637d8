import { encodeFunctionData } from "viem";
import { networkRegistryAbi } from "../../../contracts/generated/networkRegistry.ts";
import { operatorRegistryAbi } from "../../../contracts/generated/operatorRegistry.ts";
import { stakeRegistryAbi } from "../../../contracts/generated/stakeRegistry.ts";
import { encodeG1, encodeG2 } from "../../../lib/bls/points.ts";
import { hashToG2, possessionDst, publicKeyOf, signHashed } from "../../../lib/bls/signatures.ts";
import { ConfigError } from "../../../lib/errors/NektarError.ts";
import { proofOfPossessionDigest } from "../../../lib/protocol/messages.ts";
import type { Call, OperatorIdentity, SeedContext } from "../SeedContext.ts";

/** In basis points, by operator. */
const commissions = [500, 1000, 1500];

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

/** Opt-ins to the demonstration network; each needs stake enough. */
export async function missingOptIns({ client, deployment, demo, operators }: SeedContext): Promise<Call[]> {
  const { networkRegistry } = deployment.contracts;
  const network = demo.factorizationNetwork;
  const calls = operators.map(async ({ account }): Promise<Call[]> => {
    const optedIn = await client.readContract({
      address: networkRegistry,
      abi: networkRegistryAbi,
      functionName: "isOptedIn",
      args: [network, account.address],
    });
    if (optedIn) return [];
    const data = encodeFunctionData({ abi: networkRegistryAbi, functionName: "optIn", args: [network] });
    return [{ from: account, to: networkRegistry, data }];
  });
  return (await Promise.all(calls)).flat();
}

/** One call that records the weights of operators whose live weight differs from the recorded one. */
export async function missingWeights({ client, deployment, demo, operators }: SeedContext): Promise<Call[]> {
  const registry = { address: deployment.contracts.stakeRegistry, abi: stakeRegistryAbi } as const;
  const weights = operators.map(async ({ account }: OperatorIdentity) => {
    const args = [demo.factorizationNetwork, account.address] as const;
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
    args: [demo.factorizationNetwork, stale.map(({ address }) => address)],
  });
  return [{ from, to: registry.address, data }];
}
