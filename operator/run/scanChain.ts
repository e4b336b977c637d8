import { describeFault } from "../../lib/errors/describeFault.ts";
import type { TaskScanner } from "../chain/TaskScanner.ts";
import type { OperatorContext } from "../tasks/OperatorContext.ts";
import type { TaskRunner } from "../tasks/TaskRunner.ts";
import { jitter } from "../time/Backoff.ts";
import { sleep } from "../time/sleep.ts";

const intervalMs = 10_000;

/** Reads new tasks from the chain's logs until the client stops: what no API shows is found here. */
export async function scanChain(
  scanner: TaskScanner,
  runner: TaskRunner,
  context: OperatorContext,
): Promise<void> {
  let failures = 0;
  while (!context.signal.aborted) {
    try {
      const head = await context.head.latest(0);
      context.metrics.headBlock.set(Number(head.number));
      for (const task of await scanner.scan(head.number)) runner.offer(task);
      if (failures > 0) context.log.info("the chain answers again");
      failures = 0;
    } catch (error) {
      if (failures++ === 0)
        context.log.warn({ fault: describeFault(error) }, "the chain's logs cannot be read");
    }
    context.metrics.workingTasks.set(runner.working);
    await sleep(jitter(failures > 0 ? 2_000 : intervalMs), context.signal);
  }
}
