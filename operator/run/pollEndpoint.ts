import { describeFault } from "../../lib/errors/describeFault.ts";
import type { ApiEndpoint } from "../api/ApiEndpoint.ts";
import { fetchAwaitingTasks } from "../api/fetchAwaitingTasks.ts";
import { ApiError } from "../api/postGraphql.ts";
import { auditEndpoint } from "../audit/auditEndpoint.ts";
import type { OperatorContext } from "../tasks/OperatorContext.ts";
import type { TaskRunner } from "../tasks/TaskRunner.ts";
import { Backoff, jitter } from "../time/Backoff.ts";
import { sleep } from "../time/sleep.ts";

const intervalMs = 1_000;
/** While the API tells of new tasks by itself, asking only finds what it forgot. */
const intervalWhileListeningMs = 5_000;

/** Asks one API for tasks until the client stops. An endpoint that fails or lies is asked less and less often. */
export async function pollEndpoint(
  endpoint: ApiEndpoint,
  runner: TaskRunner,
  context: OperatorContext,
): Promise<void> {
  const backoff = new Backoff(intervalMs, 30_000);
  const log = context.log.child({ api: endpoint.label });
  while (!context.signal.aborted) {
    try {
      await poll(endpoint, runner, context);
      if (backoff.failures > 0) log.info("the API answers again");
      backoff.succeeded();
      context.metrics.polls.inc({ api: endpoint.label, result: "answered" });
      await sleep(jitter(endpoint.listening ? intervalWhileListeningMs : intervalMs), context.signal);
    } catch (error) {
      if (context.signal.aborted) return;
      if (backoff.failures === 0) log.warn({ fault: describeFault(error) }, "the API gives no usable answer");
      context.metrics.polls.inc({ api: endpoint.label, result: "failed" });
      await sleep(backoff.failed(), context.signal);
    }
  }
}

async function poll(endpoint: ApiEndpoint, runner: TaskRunner, context: OperatorContext): Promise<void> {
  await auditEndpoint(endpoint, context);
  const { tasks, malformed } = await fetchAwaitingTasks(endpoint.url, context.operator, context.signal);
  for (const task of tasks) runner.offer({ ...task, source: endpoint.label });
  if (endpoint.takeLies() > 0) throw new ApiError("The API showed tasks that the chain does not confirm.");
  if (malformed > 0) throw new ApiError(`The API showed ${malformed} tasks that are no tasks.`);
  endpoint.answered();
}
