import type { Hex } from "viem";
import type { ruling } from "../ponder.schema.ts";
import { lower, type Moment, originOf } from "./moment.ts";

type RulingRow = typeof ruling.$inferInsert;

/** `ITaskVerifier.Verdict`, by number; UNDECIDED is no ruling. */
const verdicts: readonly (RulingRow["verdict"] | undefined)[] = [undefined, "RIGHT", "WRONG"];

/**
 * What a network's arbiter ruled, or null for a number that is no ruling: any contract may register as a network and
 * emit what it likes, which must not stop the indexing of the others.
 */
export function ruled(
  args: {
    readonly taskId: Hex;
    readonly responseHash: Hex;
    readonly verdict: number;
    readonly reason: string;
  },
  network: Hex,
  at: Moment,
): RulingRow | null {
  const verdict = verdicts[args.verdict];
  if (verdict === undefined) return null;
  return {
    network: lower(network),
    taskId: lower(args.taskId),
    responseHash: lower(args.responseHash),
    verdict,
    reason: args.reason,
    ...originOf(at),
  };
}
