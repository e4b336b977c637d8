import type { Address, Hex, PublicClient } from "viem";
import { revertReason } from "../chain/revert.ts";

/**
 * What a call that slashes would do at the end of a block, or now.
 * @returns `slashed`, or the contract's error with its arguments.
 * @throws an error of the node when it could not say.
 */
export async function simulate(
  chain: PublicClient,
  call: { readonly to: Address; readonly data: Hex },
  blockNumber: bigint | undefined,
): Promise<string> {
  try {
    const at = blockNumber === undefined ? {} : { blockNumber };
    const { data } = await chain.call({ to: call.to, data: call.data, ...at });
    return data === undefined ? "no contract there" : "slashed";
  } catch (error) {
    const reason = revertReason(error);
    if (reason === undefined) throw error;
    return reason;
  }
}
