import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import type { Logger } from "../../lib/logging/createLogger.ts";

/**
 * Waits until a port is free, as long as a predecessor needs to stop. Ponder itself would take the next one in silence.
 *
 * @throws {ConfigError} when it stays taken; the message names the port and its variable.
 */
export async function waitForPort(
  port: number,
  logger: Logger,
  stop: AbortSignal,
  timeoutMs = 10_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await isFree(port))) {
    if (Date.now() > deadline) {
      throw new ConfigError(`Port ${port} is taken. Stop what listens there, or set INDEXER_PORT.`, { port });
    }
    logger.info({ port }, "waiting for the port");
    await sleep(500, undefined, { signal: stop });
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? done(false) : fail(error),
    );
    server.listen(port, () => server.close(() => done(true)));
  });
}
