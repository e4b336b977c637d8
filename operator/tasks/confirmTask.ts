import type { Hex } from "viem";
import type { Limiter } from "../../lib/async/Limiter.ts";
import { describeFault } from "../../lib/errors/describeFault.ts";
import { readTaskFacts } from "../chain/readTaskFacts.ts";
import { Backoff } from "../time/Backoff.ts";
import { sleep } from "../time/sleep.ts";
import { checkTask, type Verdict } from "./checkTask.ts";
import type { OperatorContext } from "./OperatorContext.ts";
import type { TaskCandidate } from "./TaskCandidate.ts";

/** How often an unknown task is asked for: the node may lag behind the API, by some 15 s in all. */
const unknownAttempts = 5;
/** How often a candidate of an API is asked for while the chain does not answer. The chain's own logs are never given up. */
const faultAttempts = 5;

/** Reads a candidate's task from the chain until there is a verdict; undefined when the client stops or gives up. */
export async function confirmTask(
  candidate: TaskCandidate,
  context: OperatorContext,
  limiter: Limiter,
): Promise<Verdict | undefined> {
  const served: ReadonlySet<Hex> = new Set(context.modules.keys());
  if (!served.has(candidate.network)) {
    return { kind: "refuse", reason: "There is no module for the task's network.", lie: false };
  }
  const backoff = new Backoff(1_000, 15_000);
  let unknown = 0;
  while (!context.signal.aborted) {
    try {
      const verdict = await limiter.run(() => readVerdict(candidate, context, served));
      if (verdict.kind !== "unknown" || ++unknown >= unknownAttempts) return verdict;
    } catch (error) {
      context.log.debug(
        { taskId: candidate.taskId, fault: describeFault(error) },
        "the chain did not answer",
      );
      if (candidate.source !== "chain" && backoff.failures >= faultAttempts) return undefined;
    }
    await sleep(backoff.failed(), context.signal);
  }
  return undefined;
}

async function readVerdict(
  candidate: TaskCandidate,
  { client, deployment, operator, head }: OperatorContext,
  served: ReadonlySet<Hex>,
): Promise<Verdict> {
  const [facts, { timestamp }] = await Promise.all([
    readTaskFacts(client, deployment.contracts, operator, candidate.taskId),
    head.latest(),
  ]);
  return checkTask(candidate, facts, served, timestamp);
}
