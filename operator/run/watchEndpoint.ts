import type { ApiEndpoint } from "../api/ApiEndpoint.ts";
import type { OperatorContext } from "../tasks/OperatorContext.ts";
import type { TaskRunner } from "../tasks/TaskRunner.ts";
import { pollEndpoint } from "./pollEndpoint.ts";
import { subscribeEndpoint } from "./subscribeEndpoint.ts";

/** Finds an API's tasks in both ways until the client stops: it listens, and it asks. */
export function watchEndpoint(
  endpoint: ApiEndpoint,
  runner: TaskRunner,
  context: OperatorContext,
): Promise<void>[] {
  return [subscribeEndpoint(endpoint, runner, context), pollEndpoint(endpoint, runner, context)];
}
