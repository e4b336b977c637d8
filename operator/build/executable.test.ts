import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeAbiParameters, type Hex } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import { decryptKeystore, readKeystore } from "../keystore/keystore.ts";
import { type Client, startExecutable } from "../testing/startClient.ts";
import { type HostileApi, startHostileApi } from "../testing/startHostileApi.ts";
import { startTestNetwork, type TestNetwork } from "../testing/testNetwork.ts";
import { buildExecutable } from "./buildExecutable.ts";

const directory = mkdtempSync(join(tmpdir(), "nektar-executable-"));
const file = (name: string) => join(directory, name);
const port = 20_000 + Math.floor(Math.random() * 20_000);

describe("the single executable, on a machine without Node", () => {
  let executable: string;
  let chain: TestChain;
  let network: TestNetwork;
  let api: HostileApi;
  let client: Client | undefined;
  beforeAll(async () => {
    executable = await buildExecutable(directory);
    [chain, api] = await Promise.all([startChain({ blockTimeSeconds: 1 }), startHostileApi()]);
    network = await startTestNetwork(chain);
    writeFileSync(file("addresses.json"), JSON.stringify(network.deployment));
    writeFileSync(file("password"), "password");
  }, 180_000);
  afterAll(async () => {
    if (client?.child.exitCode === null) await client.stop("SIGKILL");
    await Promise.all([api.close(), chain.stop()]);
    rmSync(directory, { recursive: true, force: true });
  });

  it("makes a keystore, and knows its version", async () => {
    const version = startExecutable(executable, ["--version"]);
    expect(await version.ended()).toBe(0);
    expect(version.output()).toMatch(/^\d+\.\d+\.\d+\n$/);
    const create = ["init", "--out", file("keystore.json"), "--password-file", file("password")];
    expect(await startExecutable(executable, create).ended()).toBe(0);
  }, 30_000);

  it("answers a task with its built-in module", async () => {
    const [, operator = "0x"] = (await chain.client.getAddresses()) as Hex[];
    const path = file("keystore.json");
    await network.register(operator, await decryptKeystore(readKeystore(path), "password", path));
    const task = await network.createTask(2n ** 62n - 57n);
    api.tasks = [task];
    const options = {
      operator,
      keystore: path,
      "password-file": file("password"),
      "data-dir": file("data"),
      api: api.url,
      rpc: chain.url,
      addresses: file("addresses.json"),
      port: String(port),
    };
    client = startExecutable(executable, [
      "run",
      ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
    ]);
    const { output, startedMs } = client;
    await waitFor("a signature", () => output().includes("response signed"), {
      timeoutMs: 30_000,
      intervalMs: 10,
    });
    const seconds = (performance.now() - startedMs) / 1_000;
    const submission = await waitFor("a response", () => api.submissions[0], { timeoutMs: 10_000 });
    expect(submission.response).toBe(encodeAbiParameters([{ type: "uint256[]" }], [[2n ** 62n - 57n]]));
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const resident = Number(/^nektar_process_resident_memory_bytes (\d+)/m.exec(metrics)?.[1]);
    const size = statSync(executable).size;
    console.log(
      `executable: ${mebibytes(size)} MiB, first signature ${seconds.toFixed(2)} s after the start, ${mebibytes(resident)} MiB resident`,
    );
    expect(mebibytes(resident)).toBeLessThan(150);
    expect(seconds).toBeLessThan(10);
    expect(await client.stop()).toBeLessThan(10_000);
    expect(client.child.exitCode).toBe(0);
  }, 90_000);
});

function mebibytes(bytes: number): number {
  return Math.round(bytes / 1024 ** 2);
}
