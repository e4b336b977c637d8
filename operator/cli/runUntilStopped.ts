import { describeFault } from "../../lib/errors/describeFault.ts";
import { createLogger } from "../../lib/logging/createLogger.ts";
import type { RunSettings } from "../config/settings.ts";
import { runOperator } from "../run/runOperator.ts";

/** A stop that hangs is ended here; the journal is safe at any moment. */
const longestStopMs = 9_000;

/** Runs the client until SIGTERM or SIGINT, and sets the exit code: 0 when it was stopped, 1 when it could not go on. */
export async function runUntilStopped(settings: RunSettings): Promise<void> {
  const log = createLogger("operator", settings["log-level"]);
  const stop = new AbortController();
  const onSignal = (signal: NodeJS.Signals) => {
    if (stop.signal.aborted) return;
    log.info({ signal }, "stopping");
    stop.abort();
    setTimeout(() => process.exit(1), longestStopMs).unref();
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
  try {
    await runOperator(settings, log, stop.signal);
    log.info("stopped");
  } catch (error) {
    log.fatal({ fault: describeFault(error) }, "the client cannot go on");
    throw error;
  }
}
