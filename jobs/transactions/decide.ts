import type { Hex } from "viem";

/** What the chain says about one unfinished intent, at one look. */
export type Sight = {
  readonly state: "pending" | "mined";
  readonly nonce: number;
  /** The block written with `mined`. */
  readonly block: bigint | null;
  /** Receipt of whichever version was mined. */
  readonly receipt: { readonly hash: Hex; readonly success: boolean; readonly block: bigint } | null;
  /** Whether the node knows the newest version. */
  readonly known: boolean;
  /** Time since the newest version was signed. */
  readonly ageMs: number;
  readonly head: bigint;
  /** The sender's next nonce as of the last final block. */
  readonly finalNonce: number;
};

export type Step =
  | { readonly do: "wait" | "broadcast" | "replace" | "return to pending" | "give up: nonce taken" }
  | { readonly do: "mark mined" | "mark final" | "mark reverted"; readonly block: bigint };

type Settings = { readonly finalityDepth: bigint; readonly replaceAfterMs: number };

/** What to do next about an unfinished intent. Pure; a receipt counts only as long as it is there. */
export function decide(sight: Sight, { finalityDepth, replaceAfterMs }: Settings): Step {
  const { receipt } = sight;
  if (receipt) {
    const { block } = receipt;
    if (!receipt.success) return { do: "mark reverted", block };
    if (sight.head - block >= finalityDepth) return { do: "mark final", block };
    const isWritten = sight.state === "mined" && sight.block === block;
    return isWritten ? { do: "wait" } : { do: "mark mined", block };
  }
  // Another transaction holds the nonce for good: ours can never be mined.
  if (sight.finalNonce > sight.nonce) return { do: "give up: nonce taken" };
  if (sight.state === "mined") return { do: "return to pending" };
  if (!sight.known) return { do: "broadcast" };
  return sight.ageMs > replaceAfterMs ? { do: "replace" } : { do: "wait" };
}
