import { setTimeout as wait } from "node:timers/promises";
import { describeFault } from "../../lib/errors/describeFault.ts";
import { JournalBrokenError } from "../protection/journal.ts";
import type { OperatorContext } from "../tasks/OperatorContext.ts";
import { auditChain, enterQuarantine } from "./auditChain.ts";
import { auditEndpoint } from "./auditEndpoint.ts";

/** No API may hold up the first signature for longer; what one says later still counts then. */
const patienceMs = 1_500;

/**
 * Looks for signatures that the journal does not know, before anything is signed: on chain, and for a while in the APIs.
 *
 * @param restored The operator says that the journal is an older copy: no evidence is needed.
 * @throws {JournalBrokenError}
 */
export async function auditAtStart(context: OperatorContext, restored: boolean): Promise<void> {
  const { endpoints, log, signal } = context;
  const asked = endpoints.map((endpoint) =>
    auditEndpoint(endpoint, context).catch((error: unknown) => {
      if (error instanceof JournalBrokenError) throw error;
      log.debug(
        { api: endpoint.label, fault: describeFault(error) },
        "the API's responses cannot be read yet",
      );
    }),
  );
  await auditChain(context);
  if (restored && !signal.aborted)
    await enterQuarantine(context, (await context.head.latest()).number, { source: "--restored" });
  const limit = new AbortController();
  const patience = wait(patienceMs, undefined, { signal: limit.signal }).catch(() => undefined);
  try {
    await Promise.race([Promise.all(asked), patience]);
  } finally {
    limit.abort();
  }
}
