import { connectChain } from "../../lib/chain/connectChain.ts";
import { readDeployment } from "../../lib/chain/deployment.ts";
import { parseEnvironment } from "../../lib/config/parseEnvironment.ts";
import { rpcUrls } from "../../lib/config/variables.ts";
import type { EvidenceBundle } from "../../lib/evidence/bundle.ts";
import type { Check } from "../../lib/evidence/Check.ts";
import { checkChain } from "../../lib/evidence/checkChain.ts";
import { checkSignatures } from "../../lib/evidence/checkSignatures.ts";

/** Every part of a bundle and whether it holds: with RPC_URL the chain's parts too. */
export async function verifyEvidence(
  bundle: EvidenceBundle,
  { addresses }: { readonly addresses?: string },
): Promise<{ readonly checks: readonly Check[]; readonly withChain: boolean }> {
  const { RPC_URL } = parseEnvironment({ RPC_URL: rpcUrls.optional() });
  const named = addresses === undefined ? [] : [checkAddresses(bundle, addresses)];
  const onChain = RPC_URL === undefined ? [] : await checkChain(bundle, connectChain(RPC_URL));
  return { checks: [...named, ...checkSignatures(bundle), ...onChain], withChain: RPC_URL !== undefined };
}

function checkAddresses({ contracts, chain }: EvidenceBundle, file: string): Check {
  const deployment = readDeployment(file);
  const names = Object.keys(contracts) as (keyof typeof contracts)[];
  const holds =
    names.every((name) => contracts[name] === deployment.contracts[name]) &&
    chain.genesisHash === deployment.genesisHash;
  const detail = holds
    ? `chain and contracts are those of ${file}`
    : `chain or contracts are not those of ${file}`;
  return { name: "addresses", holds, detail };
}
