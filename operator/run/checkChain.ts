import { createPublicClient } from "viem";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { type ChainIdentity, verifiedTransport, WrongChainError } from "../chain/createChainClient.ts";

/**
 * Asks every RPC endpoint whether it serves the chain of the addresses file; those that do not answer may come later.
 *
 * @returns whether at least one endpoint answered.
 * @throws {ConfigError} when an endpoint serves another chain, naming its host.
 */
export async function checkEndpoints(urls: readonly string[], identity: ChainIdentity): Promise<boolean> {
  const answers = await Promise.allSettled(
    urls.map((url) => createPublicClient({ transport: verifiedTransport(url, identity) }).getChainId()),
  );
  for (const answer of answers) {
    const fault = answer.status === "rejected" ? rootOf(answer.reason) : undefined;
    if (fault instanceof WrongChainError) throw new ConfigError(fault.message);
  }
  return answers.some((answer) => answer.status === "fulfilled");
}

function rootOf(error: unknown): unknown {
  let root = error;
  while (root instanceof Error && !(root instanceof WrongChainError) && root.cause !== undefined)
    root = root.cause;
  return root;
}
