import { BaseError, type Hex, type PublicClient } from "viem";
import { revertReason } from "../chain/revert.ts";
import type { Check } from "./Check.ts";

type Facts = { readonly name: string; readonly yes: string; readonly no: string };

/** Whether a bundle is of the node's chain. */
export async function checkIdentity(
  { chain: named }: { readonly chain: { readonly chainId: bigint; readonly genesisHash: Hex } },
  chain: PublicClient,
): Promise<Check> {
  const [chainId, genesis] = await Promise.all([chain.getChainId(), chain.getBlock({ blockNumber: 0n })]);
  const holds = BigInt(chainId) === named.chainId && genesis.hash === named.genesisHash;
  const detail = holds ? `chain ${chainId}` : `the node's chain is ${chainId} with genesis ${genesis.hash}`;
  return { name: "chain", holds, detail };
}

/** Puts a question to a chain. @throws an error of the node when it does not answer at all. */
export async function ask({ name, yes, no }: Facts, question: () => Promise<boolean>): Promise<Check> {
  try {
    const holds = await question();
    return { name, holds, detail: holds ? yes : no };
  } catch (error) {
    // No contract there, or one that knows no such thing: it does not hold. A node that fails fails the whole.
    if (!isAbsent(error)) throw error;
    return { name, holds: false, detail: `${no} (${revertReason(error) ?? "nothing there answers"})` };
  }
}

function isAbsent(error: unknown): boolean {
  if (revertReason(error) !== undefined) return true;
  if (!(error instanceof BaseError)) return false;
  const names = [
    "ContractFunctionZeroDataError",
    "AbiDecodingZeroDataError",
    "TransactionReceiptNotFoundError",
  ];
  return error.walk((cause) => names.includes((cause as Error).name)) !== null;
}
