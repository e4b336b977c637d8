import { setTimeout as sleep } from "node:timers/promises";
import { BlockNotFoundError, createPublicClient, type Hex, http, type PublicClient } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { verifyCode } from "../../lib/chain/verifyCode.ts";
import { ConfigError, RetryableError } from "../../lib/errors/NektarError.ts";
import type { Logger } from "../../lib/logging/createLogger.ts";

const patienceMs = 60_000;
/** The sentinel, and the end of the process, wait so long for an endpoint that hangs. */
const answerWithinMs = 2_500;

/** One client an endpoint. Their URLs may hold keys: name them by host. */
export function createNodes(urls: readonly string[]): PublicClient[] {
  return urls.map((url) =>
    createPublicClient({ transport: http(url, { retryCount: 0, timeout: answerWithinMs }) }),
  );
}

/**
 * Waits until an endpoint answers, then makes sure that those that do serve the chain of the addresses file.
 *
 * @throws {RetryableError} when none answers in time.
 * @throws {ConfigError} for another chain id, another block 0, or a contract without its code, at any endpoint.
 */
export async function verifyChain(
  nodes: readonly PublicClient[],
  deployment: Deployment,
  addressesPath: string,
  logger: Logger,
  stop: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const answers = await Promise.allSettled(
      nodes.map((node) => verifyNode(node, deployment, addressesPath)),
    );
    const faults = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
    const wrong = faults.find((fault) => fault instanceof ConfigError);
    if (wrong) throw wrong;
    // One that fails in between is no reason not to start: it is looked at again before its first answer counts.
    if (faults.length < nodes.length) return;
    if (Date.now() > deadline) {
      throw new RetryableError(
        `No endpoint in RPC_URL (${nodes.map(hostOf).join(", ")}) answered within ${patienceMs / 1000} s.`,
      );
    }
    logger.info({ hosts: nodes.map(hostOf) }, "waiting for the chain");
    await sleep(1_000, undefined, { signal: stop });
  }
}

async function verifyNode(node: PublicClient, deployment: Deployment, path: string): Promise<void> {
  const chainId = await node.getChainId();
  if (chainId !== deployment.chainId) {
    throw new ConfigError(
      `An endpoint in RPC_URL (${hostOf(node)}) serves chain ${chainId}, but ${path} is for chain ${deployment.chainId}.`,
    );
  }
  await verifyGenesis(node, deployment, path);
  await verifyCode(node, deployment, path);
}

async function verifyGenesis(node: PublicClient, deployment: Deployment, path: string): Promise<void> {
  const { hash } = await node.getBlock({ blockNumber: 0n });
  if (hash === deployment.genesisHash) return;
  throw new ConfigError(
    `The chain at ${hostOf(node)} is not the one that ${path} was written for: its block 0 is ${hash}, not ${deployment.genesisHash}. If the chain was started anew, deploy again (\`npm run deploy\`).`,
  );
}

/** A block's hash as each endpoint sees it: null when it has no such block, undefined when it gave no answer. */
export async function hashesOfBlock(
  nodes: readonly PublicClient[],
  blockNumber: bigint,
): Promise<(Hex | null | undefined)[]> {
  return Promise.all(
    nodes.map((node) =>
      node.getBlock({ blockNumber }).then(
        (block) => block.hash,
        (error: unknown) => (error instanceof BlockNotFoundError ? null : undefined),
      ),
    ),
  );
}

function hostOf(node: PublicClient): string {
  return new URL(String(node.transport.url)).host;
}
