import { describeFault } from "../../lib/errors/describeFault.ts";
import type { ApiEndpoint } from "../api/ApiEndpoint.ts";
import { subscribeTasks } from "../api/subscribeTasks.ts";
import type { OperatorContext } from "../tasks/OperatorContext.ts";
import type { TaskRunner } from "../tasks/TaskRunner.ts";
import { Backoff } from "../time/Backoff.ts";
import { sleep } from "../time/sleep.ts";

/**
 * Listens to one API until the client stops, and takes the line up again where it broke. While it does not stand, and for
 * whatever it does not say, `pollEndpoint` asks.
 */
export async function subscribeEndpoint(
  endpoint: ApiEndpoint,
  runner: TaskRunner,
  { operator, signal, log }: OperatorContext,
): Promise<void> {
  const backoff = new Backoff(500, 30_000);
  let cursor: string | undefined;
  while (!signal.aborted) {
    // Of its own, since `fetch` keeps no more than a weak hold of a signal while the body comes in.
    const line = new AbortController();
    const onStop = () => line.abort(signal.reason);
    signal.addEventListener("abort", onStop, { once: true });
    try {
      for await (const update of subscribeTasks(endpoint.url, operator, cursor, line.signal)) {
        backoff.succeeded();
        endpoint.listening = true;
        cursor = update.cursor;
        if (update.created !== undefined) runner.offer({ ...update.created, source: endpoint.label });
      }
    } catch (error) {
      if (signal.aborted) return;
      // A cursor that is refused would be refused for ever: polling finds what is missed.
      if (!endpoint.listening) cursor = undefined;
      log.debug({ api: endpoint.label, fault: describeFault(error) }, "the subscription ended");
    } finally {
      endpoint.listening = false;
      signal.removeEventListener("abort", onStop);
      line.abort();
    }
    await sleep(backoff.failed(), signal);
  }
}
