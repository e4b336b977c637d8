import { describeFault } from "../../lib/errors/describeFault.ts";
import type { ApiEndpoint } from "../api/ApiEndpoint.ts";
import { type SignedSubmission, type SubmitResult, submitResponse } from "../api/submitResponse.ts";
import { Backoff } from "../time/Backoff.ts";
import { sleep } from "../time/sleep.ts";
import type { OperatorContext } from "./OperatorContext.ts";

/** How handing a response to one API ended. */
export type HandInOutcome = "accepted" | "closed" | "rejected" | "expired" | "stopped";

/** Sends a signed response to one API until it is settled there, the deadline passes by the chain's clock, or the client stops. */
export async function handIn(
  endpoint: ApiEndpoint,
  submission: SignedSubmission,
  deadline: bigint,
  context: OperatorContext,
): Promise<HandInOutcome> {
  const backoff = new Backoff(500, 10_000);
  const log = context.log.child({ taskId: submission.taskId, api: endpoint.label });
  while (!context.signal.aborted) {
    try {
      const result = await submitResponse(endpoint.url, submission, context.signal);
      endpoint.answered();
      const outcome = outcomeOf(result);
      if (outcome !== undefined) {
        report(log, result, outcome);
        return outcome;
      }
      log.debug({ result }, "the API does not take the response yet");
    } catch (error) {
      if (context.signal.aborted) break;
      log.debug({ fault: describeFault(error) }, "the response could not be handed in");
    }
    context.metrics.retries.inc();
    await sleep(backoff.failed(), context.signal);
    if (await context.head.hasPassed(deadline)) return "expired";
  }
  return "stopped";
}

/** Undefined when the same response may be taken later. */
function outcomeOf(result: SubmitResult): HandInOutcome | undefined {
  if (result.__typename === "ResponseAccepted") return "accepted";
  if (result.__typename === "EquivocationRecorded") return "rejected";
  if (result.reason === "TASK_CLOSED") return "closed";
  return result.retryable ? undefined : "rejected";
}

function report(log: OperatorContext["log"], result: SubmitResult, outcome: HandInOutcome): void {
  if (outcome === "rejected") log.error({ result }, "an API rejected the response");
  else if (outcome === "closed") log.info("the task was closed before the response arrived");
  else log.info({ result }, "response handed in");
}
