import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../devnet/net/ports.ts";
import { endProcess, startProcess } from "../test/support/childProcess.ts";
import { createTestDatabase, type TestDatabase } from "../test/support/testDatabase.ts";
import { waitFor } from "../test/support/waitFor.ts";
import { testDeployment } from "./testing/testDeployment.ts";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));
const directory = mkdtempSync(join(tmpdir(), "nektar-api-"));
const addresses = join(directory, "addresses.json");
let database: TestDatabase;

beforeAll(async () => {
  writeFileSync(addresses, JSON.stringify(testDeployment));
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(directory, { recursive: true, force: true });
});

const environment = (port: number) => ({
  ...process.env,
  DATABASE_URL: database.url,
  RPC_URL: "http://127.0.0.1:1",
  NEKTAR_ADDRESSES: addresses,
  API_PORT: String(port),
});

const answers = (url: string) => async () => (await fetch(url).catch(() => undefined))?.ok === true;

describe("the process", { timeout: 60_000 }, () => {
  it("serves before the indexer has tables, says so, and stops by SIGTERM", async () => {
    const port = await freePort();
    const { child } = startProcess(process.execPath, ["--import", "tsx", main], { env: environment(port) });
    const url = `http://127.0.0.1:${port}`;
    await waitFor("the api", answers(`${url}/health`), { timeoutMs: 20_000 });

    const ready = await fetch(`${url}/ready`);
    expect([ready.status, await ready.json()]).toMatchObject([503, { ready: false }]);
    const answer = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ assets { nodes { symbol } } }" }),
    });
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: "INDEXER_NOT_READY" } }] });
    const root = await fetch(url, { redirect: "manual" });
    expect([root.status, root.headers.get("location")]).toEqual([302, "/graphql"]);
    expect(await (await fetch(`${url}/metrics`)).text()).toContain("nektar_api_request_seconds");

    const exit = once(child, "exit");
    child.kill("SIGTERM");
    expect(await exit).toEqual([0, null]);
  });

  it("names a taken port in one sentence and ends", async () => {
    const holder = createServer();
    const port = await freePort();
    await new Promise<void>((done) => holder.listen(port, "127.0.0.1", done));
    const { child, output } = startProcess(process.execPath, ["--import", "tsx", main], {
      env: environment(port),
    });
    expect(await once(child, "exit")).toEqual([1, null]);
    expect(output()).toContain(`Port ${port} is taken. Choose another by API_PORT.`);
    holder.close();
  });

  it("ends when its parent is gone", async () => {
    const port = await freePort();
    const child = fork(main, { env: environment(port), execArgv: ["--import", "tsx"], silent: true });
    try {
      await waitFor("the api", answers(`http://127.0.0.1:${port}/health`), { timeoutMs: 20_000 });
      const exit = once(child, "exit");
      child.disconnect();
      expect(await exit).toEqual([0, null]);
    } finally {
      await endProcess(child);
    }
  });
});
