import { expect, inject, it } from "vitest";
import { freePort } from "../net/ports.ts";
import { readSettings } from "../settings.ts";
import { checkGivenEngines } from "./engines.ts";

it("names every variable whose engine does not answer, and only those", async () => {
  const port = await freePort();
  const settings = readSettings({
    DATABASE_URL: inject("postgresUrl"),
    REDIS_URL: `redis://127.0.0.1:${port}`,
    RPC_URL: `http://127.0.0.1:${port}`,
  });
  await expect(checkGivenEngines(settings)).rejects.toThrow(
    "What REDIS_URL and RPC_URL names does not answer",
  );
  await checkGivenEngines(readSettings({ DATABASE_URL: inject("postgresUrl") }));
});
