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

/** Free on loopback and on all addresses: a listener on one of them does not hinder every listener on the other. */
async function isFree(port: number): Promise<boolean> {
  return (await canListen({ port, host: "127.0.0.1" })) && (await canListen({ port }));
}

function canListen(where: { port: number; host?: string }): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(false));
    server.listen(where, () => server.close(() => done(true)));
  });
}
