import { readFileSync } from "node:fs";
import { connectChain } from "../../lib/chain/connectChain.ts";
import { readDeployment } from "../../lib/chain/deployment.ts";
import { parseEnvironment } from "../../lib/config/parseEnvironment.ts";
import { addressesFile, rpcUrls } from "../../lib/config/variables.ts";
import { NektarError } from "../../lib/errors/NektarError.ts";
import { ChainReplay } from "../rewards/verify/ChainReplay.ts";
import { compareBundle, compareResult, readRoot } from "../rewards/verify/verifyEpoch.ts";

/** The root on chain is not what the rules give. */
class RootDiffersError extends NektarError {
  readonly code = "ROOT_DIFFERS";
}

export type VerifyOptions = {
  readonly epoch: bigint;
  /** A file to verify by itself, gzipped or not, in place of the chain's logs. */
  readonly bundle?: string;
  /** A file whose lines are compared with those that follow from the chain's logs. */
  readonly against?: string;
};

/**
 * Calculates an epoch again, from the chain's logs alone or from a bundle alone, and compares it with the root on chain. Needs RPC_URL
 * and NEKTAR_ADDRESSES, and no database.
 *
 * @returns what is equal, in words.
 * @throws {RootDiffersError} with the first line that differs.
 */
export async function verify({ epoch, bundle, against }: VerifyOptions): Promise<string> {
  const parsed = parseEnvironment({ RPC_URL: rpcUrls, NEKTAR_ADDRESSES: addressesFile });
  const deployment = readDeployment(parsed.NEKTAR_ADDRESSES);
  const chain = connectChain(parsed.RPC_URL);
  const onChain = await readRoot(chain, deployment.contracts.rewardsCoordinator, epoch);
  const fail = (difference: string) => {
    throw new RootDiffersError(`Epoch ${epoch} differs. ${difference}`, { epoch });
  };
  if (bundle) {
    const difference = await compareBundle(readFileSync(bundle), onChain);
    return difference === null
      ? `Equal: the bundle gives root ${onChain.root} of epoch ${epoch}.`
      : fail(difference);
  }
  const result = await new ChainReplay(chain, deployment).calculate(epoch, await chain.getBlock());
  const difference = await compareResult(result, onChain, against ? readFileSync(against) : undefined);
  if (difference !== null) fail(difference);
  return `Equal: the chain's logs give root ${onChain.root} of epoch ${epoch}.`;
}
