import { createServer } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { freePort } from "../../devnet/net/ports.ts";
import { createLogger } from "../../lib/logging/createLogger.ts";
import { waitForPort } from "./freePort.ts";

const logger = createLogger("test", "silent");
const never = new AbortController().signal;

async function listen(port: number) {
  const server = createServer();
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  return server;
}

it("names a taken port and its variable", async () => {
  const port = await freePort();
  await listen(port);
  await expect(waitForPort(port, logger, never, 0)).rejects.toThrow(`Port ${port} is taken`);
  await expect(waitForPort(port, logger, never, 0)).rejects.toThrow(/INDEXER_PORT/);
});

it("waits for a predecessor that is about to stop", async () => {
  const port = await freePort();
  const server = await listen(port);
  setTimeout(() => server.close(), 300);
  await expect(waitForPort(port, logger, never, 5_000)).resolves.toBeUndefined();
});
