import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import type { Address, Hex, PublicClient } from "viem";
import { z } from "zod";
import { NektarError } from "../../../lib/errors/NektarError.ts";
import { buildRewardTree } from "../../../lib/merkle/rewardTree.ts";
import { linesOf } from "../prepareEpoch.ts";
import type { BundleFacts } from "../stages/09-bundle.ts";
import { readOnChain } from "../stages/11-verify.ts";
import type { EpochResult } from "../types.ts";
import { bundleOfLines, firstDifference } from "./firstDifference.ts";
import { bundleSchema, recalculateBundle } from "./recalculateBundle.ts";

/** No root of the epoch stands on chain. */
class NoRootError extends NektarError {
  readonly code = "NO_ROOT";
}

export type ChainRoot = { readonly root: Hex; readonly bundleHash: Hex; readonly total: bigint };

/** @throws {NoRootError} */
export async function readRoot(
  chain: PublicClient,
  rewardsCoordinator: Address,
  epoch: bigint,
): Promise<ChainRoot> {
  const root = await readOnChain(chain, rewardsCoordinator, epoch);
  if (root.activatesAt === 0n) throw new NoRootError(`No root of epoch ${epoch} stands on chain.`, { epoch });
  return root;
}

/**
 * How a calculation differs from the root on chain; with a bundle whose root that is, the first line that differs. Null when it is the same.
 */
export async function compareResult(
  result: EpochResult,
  onChain: ChainRoot,
  bundle?: Uint8Array,
): Promise<string | null> {
  const { root } = buildRewardTree(result.leaves);
  const lines = bundle && firstDifference(await asBundle(result, root), parseBundle(bundle));
  if (lines) return lines;
  if (root !== onChain.root) return `root: ${root} here, ${onChain.root} on chain`;
  return result.total === onChain.total ? null : `total: ${result.total} here, ${onChain.total} on chain`;
}

/** How a bundle differs from what follows from it, or from the root on chain; null when all is the same. */
export async function compareBundle(bytes: Uint8Array, onChain: ChainRoot): Promise<string | null> {
  const text = textOf(bytes);
  const bundle = parseBundle(bytes);
  const parsed = bundleSchema.safeParse(bundle);
  if (!parsed.success) return `bundle: not one that these rules can read. ${z.prettifyError(parsed.error)}`;
  const { facts, lines } = recalculateBundle(parsed.data);
  // A line says more than a hash, so it comes first.
  const difference = firstDifference(await bundleOfLines(facts, lines), bundle);
  if (difference) return difference;
  const hash = `0x${createHash("sha256").update(text).digest("hex")}`;
  if (hash !== onChain.bundleHash) return `bundle: sha256 ${hash} here, ${onChain.bundleHash} on chain`;
  if (facts.root !== onChain.root) return `root: ${facts.root} here, ${onChain.root} on chain`;
  return facts.total === onChain.total ? null : `total: ${facts.total} here, ${onChain.total} on chain`;
}

function asBundle(result: EpochResult, root: Hex) {
  const { epoch, start, end, total } = result;
  const nothing = {
    blocks: null,
    chainId: 0,
    code: "",
    ruleVersion: 0,
    rewardsCoordinator: "0x",
    inputs: {},
  } as const;
  return bundleOfLines(
    { ...nothing, epoch, start, end, total, root } as unknown as BundleFacts,
    linesOf(result),
  );
}

const parseBundle = (bytes: Uint8Array) => JSON.parse(textOf(bytes).toString()) as Record<string, unknown>;

/** A bundle's text, whether it is gzipped or not. */
function textOf(bytes: Uint8Array): Buffer {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : Buffer.from(bytes);
}
