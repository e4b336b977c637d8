import type { Address, Hex, PublicClient } from "viem";
import { rewardsCoordinatorAbi } from "../../../contracts/generated/rewardsCoordinator.ts";
import type { Database } from "../../../lib/database/createDatabase.ts";
import { findIndexedRoot, type StoredEpoch } from "../epochQueries.ts";

/**
 * - `absent`: nothing stands on chain (or what stood there was disabled and is not ours): it may be submitted.
 * - `seen`: the chain has ours, the indexer not yet.
 * - `ours`: chain and indexer have ours.
 * - `other`: another root stands on chain.
 */
export type RootVerdict = "absent" | "seen" | "ours" | "other";

type Root = { readonly root: Hex; readonly bundle_hash: Hex; readonly total: bigint };

/** Stage 11: compares our root with the contract's and the indexer's: root, bundle hash and total. */
export async function verifyRoot(
  db: Database,
  chain: PublicClient,
  rewardsCoordinator: Address,
  ours: StoredEpoch,
): Promise<RootVerdict> {
  const onChain = await readOnChain(chain, rewardsCoordinator, ours.epoch);
  if (onChain.activatesAt === 0n) return "absent";
  const isOurs = isSame(ours, { root: onChain.root, bundle_hash: onChain.bundleHash, total: onChain.total });
  if (!isOurs) return onChain.disabled ? "absent" : "other";
  const indexed = await findIndexedRoot(db, ours.epoch);
  return indexed && isSame(ours, indexed) ? "ours" : "seen";
}

/** What the contract holds of an epoch's root; all zero when there is none. */
export function readOnChain(chain: PublicClient, rewardsCoordinator: Address, epoch: bigint) {
  return chain.readContract({
    ...{ address: rewardsCoordinator, abi: rewardsCoordinatorAbi },
    functionName: "rootOf",
    args: [epoch],
  });
}

function isSame(one: Root, other: Root): boolean {
  return one.root === other.root && one.bundle_hash === other.bundle_hash && one.total === other.total;
}
