import { keccak256, toBytes } from "viem";
import { ensureOperatorKey, operatorFiles } from "./operatorKeys.ts";
import { roles } from "./roles.ts";
import type { OperatorIdentity } from "./SeedContext.ts";

/** All operators of the local chain. The honest ones keep their keys in keystores, which are made when missing. */
export async function operatorIdentities(
  dataDirectory: string,
  { faulty }: { readonly faulty: boolean },
): Promise<OperatorIdentity[]> {
  const honest = roles.operators.map(async (account, index) => ({
    account,
    secretKey: await ensureOperatorKey(operatorFiles(dataDirectory, index + 1)),
    network: "factorizationNetwork" as const,
  }));
  return [...(await Promise.all(honest)), ...dishonestOperators, ...(faulty ? faultyOperators : [])];
}

/** Their keys are known to everyone, like their accounts: they are for local chains only. */
export const dishonestOperators: readonly OperatorIdentity[] = roles.dishonestOperators.map(
  (account, index) => ({
    account,
    secretKey: knownSecretKey(`dishonest operator ${index + 1}`),
    network: "priceAttestationNetwork" as const,
  }),
);

/** With `npm start -- --faulty`: they serve the same network as the honest ones. */
export const faultyOperators: readonly OperatorIdentity[] = roles.faultyOperators.map((account, index) => ({
  account,
  secretKey: knownSecretKey(`faulty operator ${index + 1}`),
  network: "factorizationNetwork" as const,
}));

/** A key below the subgroup's order. */
function knownSecretKey(name: string): Uint8Array {
  const key = keccak256(toBytes(name), "bytes");
  key[0] = 1;
  return key;
}
