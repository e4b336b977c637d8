import { type Hex, keccak256, type PublicClient } from "viem";
import { ConfigError } from "../errors/NektarError.ts";
import type { Deployment } from "./deployment.ts";

/** keccak256 of the code at each of `contracts`; `undefined` where there is none. */
export async function codeHashesOf(
  client: Pick<PublicClient, "getCode">,
  contracts: Deployment["contracts"],
): Promise<Record<string, Hex | undefined>> {
  const hashes = Object.entries(contracts).map(async ([name, address]) => {
    const code = await client.getCode({ address });
    return [name, code === undefined || code === "0x" ? undefined : keccak256(code)] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}

/**
 * Compares the code on chain with the addresses file's hashes: a process must not trust what lies at an address merely
 * because something does.
 *
 * @param where names the addresses file or the endpoint, for the message.
 * @throws {ConfigError} naming every contract whose code is missing or is another's. An error of the node is thrown as it is.
 */
export async function verifyCode(
  client: Pick<PublicClient, "getCode">,
  deployment: Deployment,
  where: string,
): Promise<void> {
  const onChain = await codeHashesOf(client, deployment.contracts);
  const describe = (name: string) =>
    `${name} (${deployment.contracts[name as keyof Deployment["contracts"]]})`;
  const missing = Object.keys(onChain).filter((name) => onChain[name] === undefined);
  if (missing.length > 0) {
    throw new ConfigError(
      `No contract lies at the address that ${where} names for ${missing.map(describe).join(", ")}. Deploy again (\`npm run deploy\`).`,
    );
  }
  const foreign = Object.keys(onChain).filter((name) => onChain[name] !== deployment.codeHashes[name]);
  if (foreign.length === 0) return;
  throw new ConfigError(
    `The code on chain is not the one that ${where} was written for: ${foreign.map(describe).join(", ")}. Deploy again (\`npm run deploy\`).`,
  );
}
