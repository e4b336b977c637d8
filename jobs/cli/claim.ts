import { type Address, createWalletClient, http } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { rewardsCoordinatorAbi } from "../../contracts/generated/rewardsCoordinator.ts";
import { RevertedError, revertReason } from "../../lib/chain/revert.ts";
import type { Tools } from "../../lib/cli/withChain.ts";
import { parseEnvironment } from "../../lib/config/parseEnvironment.ts";
import { privateKey, rpcUrls } from "../../lib/config/variables.ts";
import type { Database } from "../../lib/database/createDatabase.ts";
import { NektarError } from "../../lib/errors/NektarError.ts";
import { buildRewardTree, type RewardLeaf } from "../../lib/merkle/rewardTree.ts";
import { readStoredProof } from "../../lib/merkle/storedTree.ts";
import { readLeaves } from "../../lib/rewards/leaves.ts";
import { faultInWords, findRootFinding } from "../../lib/rewards/rootFault.ts";
import { selectTotals } from "../../lib/rewards/totalQueries.ts";
import { readFacts } from "../rewards/storedEpochQueries.ts";

/** The earner has nothing in the epoch's tree. */
class NothingEarnedError extends NektarError {
  readonly code = "NOTHING_EARNED";
}

/** The epoch's root is not what it should be: the rule by which the API withholds its proofs. */
class ProofsWithheldError extends NektarError {
  readonly code = "PROOFS_WITHHELD";
}

export type ClaimOptions = {
  readonly epoch: bigint;
  readonly token: Address;
  /** The account of the key when left out. */
  readonly earner?: Address;
  /** The account of the key when left out. */
  readonly recipient?: Address;
};

/**
 * Claims all that an earner has earned of a token up to an epoch whose root is active, with CLAIM_PRIVATE_KEY: the
 * earner's own or its claimer's.
 *
 * @returns the amount paid, in the token's smallest unit.
 * @throws {ProofsWithheldError} when the root is not the one calculated here, its blocks are no more, or the chain's logs give another.
 * @throws {NothingEarnedError} when the tree has no leaf of it.
 * @throws {RevertedError} when the contract refuses, e.g. because the root is not active yet.
 */
export async function claim({ db, chain, deployment }: Tools, options: ClaimOptions): Promise<bigint> {
  const { CLAIM_PRIVATE_KEY, RPC_URL } = parseEnvironment({
    CLAIM_PRIVATE_KEY: privateKey,
    RPC_URL: rpcUrls,
  });
  const account = privateKeyToAccount(CLAIM_PRIVATE_KEY);
  const { epoch, token, recipient = account.address } = options;
  const earner = (options.earner ?? account.address).toLowerCase() as Address;
  await assertSound(db, epoch);
  const leaf = (await selectTotals(db, epoch, earner)).find((row) => row.token === token.toLowerCase());
  const proof = leaf && (await proofOf(db, epoch, { ...leaf, earner }));
  if (!proof) throw new NothingEarnedError(`${earner} has earned nothing of ${token} up to epoch ${epoch}.`);
  const { rewardsCoordinator: address } = deployment.contracts;
  const args = [epoch, earner, token, leaf.cumulative, proof, recipient] as const;
  const call = { address, abi: rewardsCoordinatorAbi, functionName: "claim", args, account } as const;
  try {
    const { request, result } = await chain.simulateContract(call);
    const wallet = createWalletClient({ transport: http(RPC_URL[0]) });
    const hash = await wallet.writeContract({ ...request, chain: null });
    const receipt = await chain.waitForTransactionReceipt({ hash });
    if (receipt.status !== "success") throw new RevertedError("UNKNOWN", { hash });
    return result;
  } catch (error) {
    const reason = revertReason(error);
    throw reason === undefined
      ? error
      : new RevertedError(reason, { epoch, earner, token }, { cause: error });
  }
}

async function assertSound(db: Database, epoch: bigint): Promise<void> {
  const { fault, difference, root } = await findRootFinding(db, epoch);
  if (fault === null) return;
  const why = `the root of epoch ${epoch} ${faultInWords(fault, difference)}`;
  throw new ProofsWithheldError(`Nothing is claimed: ${why}`, { epoch, root, fault });
}

/** From the stored tree; epochs of before trees were stored have theirs built. */
async function proofOf(db: Database, epoch: bigint, leaf: RewardLeaf) {
  const { leaf_count: count } = await readFacts(db, epoch);
  const stored = await readStoredProof(db, epoch, count ?? 0, leaf);
  return stored ?? buildRewardTree(await readLeaves(db, epoch)).proofOf(leaf.earner, leaf.token);
}
