import { type Hex, keccak256 } from "viem";
import { taskStatus } from "../../lib/protocol/taskStatus.ts";
import type { TaskFacts } from "../chain/readTaskFacts.ts";
import type { TaskCandidate } from "./TaskCandidate.ts";

/**
 * - `work`: the chain confirms every word of the candidate, and this operator is asked.
 * - `closed`: nothing is wrong, and there is nothing to do any more.
 * - `unknown`: the chain does not know the task; the node may lag, so it is worth asking again for a while.
 * - `refuse`: whoever showed the candidate is wrong or lies, or the task is not for this operator.
 */
export type Verdict =
  | { readonly kind: "work"; readonly deadline: bigint }
  | { readonly kind: "closed" | "unknown"; readonly reason: string }
  | { readonly kind: "refuse"; readonly reason: string; readonly lie: boolean };

/** Seconds before the deadline from which no task is begun: an aggregate needs a block of its own. */
export const deadlineMarginSeconds = 2n;

/** Compares what an API says about a task with what the chain says. Pure. `now` is the newest block's timestamp. */
export function checkTask(
  candidate: TaskCandidate,
  facts: TaskFacts,
  served: ReadonlySet<Hex>,
  now: bigint,
): Verdict {
  if (facts.status === taskStatus.unknown) {
    return { kind: "unknown", reason: "The chain knows no task with this id." };
  }
  const difference = differenceOf(candidate, facts);
  if (difference !== undefined) return { kind: "refuse", reason: difference, lie: true };
  if (facts.status !== taskStatus.open) return { kind: "closed", reason: "The task is not open any more." };
  if (facts.deadline <= now + deadlineMarginSeconds) {
    return { kind: "closed", reason: "The task's deadline has passed or is too near." };
  }
  if (!served.has(facts.network)) {
    return { kind: "refuse", reason: "There is no module for the task's network.", lie: false };
  }
  if (facts.weight === 0n) {
    return {
      kind: "refuse",
      reason: "The operator had no weight at the task's reference block.",
      lie: false,
    };
  }
  return { kind: "work", deadline: facts.deadline };
}

function differenceOf(candidate: TaskCandidate, facts: TaskFacts): string | undefined {
  if (candidate.network !== facts.network) return "The task belongs to another network on chain.";
  if (candidate.referenceBlock !== facts.referenceBlock)
    return "The task has another reference block on chain.";
  if (keccak256(candidate.payload) !== facts.payloadHash) return "The task has another payload on chain.";
  return undefined;
}
