import { createPublicClient, type Hex, http, type PublicClient } from "viem";
import { ConfigError } from "../../lib/errors/NektarError.ts";

export type ChainClient = PublicClient;

/** The proxy that deploys any code at an address that depends on code and salt only (github.com/Arachnid/deterministic-deployment-proxy). */
export const deterministicProxy = "0x4e59b44847b379578588920ca78fbf26c0b4956c";

const g1Add = "0x000000000000000000000000000000000000000b";
/** The generator of G1 (EIP-2537, "Curve parameters"). */
const g1Generator =
  "0000000000000000000000000000000017f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb" +
  "0000000000000000000000000000000008b3f481e3aaa0f1a09e30ed741d8ae4fcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e1";

/** A client for one endpoint. Requests of one instant travel together. */
export function connect(rpcUrl: string): ChainClient {
  return createPublicClient({
    transport: http(rpcUrl, { batch: { wait: 2 } }),
    pollingInterval: 100,
    cacheTime: 0,
  });
}

/**
 * Checks what the contracts cannot do without, before anything is paid for.
 *
 * @throws {ConfigError} when the chain has no BLS12-381 precompiles or no deterministic deployment proxy.
 */
export async function requireUsableChain(client: ChainClient): Promise<void> {
  const [sum, proxyCode] = await Promise.all([
    client.call({ to: g1Add, data: `0x${g1Generator}${"00".repeat(128)}` }).then(
      ({ data }) => data,
      () => undefined,
    ),
    client.getCode({ address: deterministicProxy }),
  ]);
  if (sum !== (`0x${g1Generator}` satisfies Hex)) {
    throw new ConfigError(
      "This chain lacks the BLS12-381 precompiles of EIP-2537 (Ethereum's Prague upgrade), without which signatures cannot be checked on chain.",
    );
  }
  if (proxyCode === undefined) {
    throw new ConfigError(
      `This chain lacks the deterministic deployment proxy at ${deterministicProxy}; deploy it first (github.com/Arachnid/deterministic-deployment-proxy).`,
    );
  }
}

/** Whether there is code at `address`. */
export async function isDeployed(client: ChainClient, address: Hex): Promise<boolean> {
  return (await client.getCode({ address })) !== undefined;
}
