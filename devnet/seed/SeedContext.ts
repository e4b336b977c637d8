import {
  type Chain,
  createPublicClient,
  defineChain,
  type Hex,
  http,
  type PublicClient,
  type Transport,
} from "viem";
import type { HDAccount } from "viem/accounts";
import type { Deployment } from "../../lib/chain/deployment.ts";

export type OperatorIdentity = {
  readonly account: HDAccount;
  readonly secretKey: Uint8Array;
  /** The demonstration network that it serves. */
  readonly network: "factorizationNetwork" | "priceAttestationNetwork";
};

/** What every step of seeding works with. */
export type SeedContext = {
  readonly client: PublicClient<Transport, Chain>;
  readonly deployment: Deployment;
  readonly demo: NonNullable<Deployment["demo"]>;
  readonly operators: readonly OperatorIdentity[];
};

/** A transaction to be sent; its own steps must not depend on others of the same batch. */
export type Call = {
  readonly from: HDAccount;
  readonly to: Hex;
  readonly data?: Hex;
  readonly value?: bigint;
};

/** A client for a node of a local chain. Calls made in one instant go out as one request. */
export function createChainClient(url: string, chainId: number): PublicClient<Transport, Chain> {
  const chain = defineChain({
    id: chainId,
    name: "local",
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [url] } },
  });
  return createPublicClient({
    chain,
    transport: http(url, { batch: { wait: 5 }, retryCount: 2 }),
    pollingInterval: 100,
    cacheTime: 0,
  });
}
