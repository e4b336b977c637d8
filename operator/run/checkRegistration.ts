import type { Hex, PublicClient } from "viem";
import { getAddress } from "viem";
import { operatorRegistryAbi } from "../../contracts/generated/operatorRegistry.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";

export type Registration = {
  readonly operatorRegistry: Hex;
  readonly operator: Hex;
  readonly publicKey: Hex;
};

/**
 * Whether the operator is registered with this very BLS key.
 *
 * @returns false while it is not registered.
 * @throws {ConfigError} when it is registered with another key: every signature of this client would be worthless.
 */
export async function checkRegistration(client: PublicClient, expected: Registration): Promise<boolean> {
  const { operatorRegistry: address, operator, publicKey } = expected;
  const registry = { abi: operatorRegistryAbi, address } as const;
  const isRegistered = await client.readContract({
    ...registry,
    functionName: "isRegistered",
    args: [operator],
  });
  if (!isRegistered) return false;
  const onChain = await client.readContract({ ...registry, functionName: "blsKeyOf", args: [operator] });
  if (onChain.toLowerCase() === publicKey.toLowerCase()) return true;
  throw new ConfigError(
    `The operator ${getAddress(operator)} is registered with another BLS key than the keystore's. Use the keystore of the registered key, or the address that registered this key.`,
    { operator, onChain, keystore: publicKey },
  );
}
