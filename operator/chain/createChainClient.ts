import { createPublicClient, fallback, type Hex, http, type PublicClient, type Transport } from "viem";
import { endpointLabel } from "../../lib/errors/describeFault.ts";
import { NektarError, RetryableError } from "../../lib/errors/NektarError.ts";

/** What tells one chain from another: a chain id alone may be shared by any number of local chains. */
export type ChainIdentity = { readonly chainId: number; readonly genesisHash: Hex };

/** An endpoint serves another chain than the addresses file was made for. */
export class WrongChainError extends NektarError {
  readonly code = "WRONG_CHAIN";
}

const requestTimeoutMs = 5_000;

/**
 * A client over several RPC endpoints, the first that answers is taken. Each endpoint must prove to be on the right
 * chain before its first answer counts, also one that comes up late.
 */
export function createChainClient(urls: readonly string[], identity: ChainIdentity): PublicClient {
  const transports = urls.map((url) => verifiedTransport(url, identity));
  return createPublicClient({ transport: fallback(transports, { retryCount: 1 }), cacheTime: 0 });
}

/** An HTTP transport that asks for chain id and genesis block before the first request. */
export function verifiedTransport(url: string, identity: ChainIdentity): Transport {
  const connect = http(url, { timeout: requestTimeoutMs, retryCount: 0, batch: { wait: 5, batchSize: 50 } });
  return (parameters) => {
    const transport = connect(parameters);
    let verified: Promise<void> | undefined;
    const verify = async () => {
      const [chainId, genesis] = await Promise.all([
        withinTime(transport.request({ method: "eth_chainId" })),
        withinTime(transport.request({ method: "eth_getBlockByNumber", params: ["0x0", false] })),
      ]);
      assertIdentity(url, identity, chainId, genesis);
    };
    const request: typeof transport.request = async (args) => {
      verified ??= verify().catch((error: unknown) => {
        verified = undefined;
        throw error;
      });
      await verified;
      return withinTime(transport.request(args));
    };
    return { ...transport, request };
  };
}

/** The HTTP stack's own limit does not hold against a body that drips, so every wait has this one too. */
async function withinTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const fail = () => reject(new RetryableError("The RPC endpoint gave no answer in time."));
    timer = setTimeout(fail, requestTimeoutMs + 1_000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function assertIdentity(url: string, identity: ChainIdentity, chainId: unknown, genesis: unknown): void {
  const label = endpointLabel(url);
  if (Number(chainId) !== identity.chainId) {
    throw new WrongChainError(
      `The RPC endpoint ${label} serves chain ${Number(chainId)}; the addresses file is for chain ${identity.chainId}.`,
    );
  }
  const hash =
    typeof genesis === "object" && genesis !== null && "hash" in genesis ? String(genesis.hash) : "none";
  if (hash.toLowerCase() !== identity.genesisHash.toLowerCase()) {
    throw new WrongChainError(
      `The RPC endpoint ${label} serves another chain with the id ${identity.chainId}: its first block is not the addresses file's.`,
    );
  }
}
