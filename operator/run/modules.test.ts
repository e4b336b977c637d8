import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { encodeAbiParameters, type Hex } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import { encryptKeystore } from "../keystore/keystore.ts";
import type { TaskCandidate } from "../tasks/TaskCandidate.ts";
import { type Client, startClient } from "../testing/startClient.ts";
import { type HostileApi, startHostileApi } from "../testing/startHostileApi.ts";
import { startTestNetwork, type TestNetwork } from "../testing/testNetwork.ts";

const directory = mkdtempSync(join(tmpdir(), "nektar-modules-"));
const file = (name: string) => join(directory, name);
const script = (path: string) => fileURLToPath(new URL(`../../lib/modules/${path}`, import.meta.url));
const secretKey = new Uint8Array(32).fill(0x19);
/** In seconds of block time: shorter than the `late` module takes. */
const responseWindow = 6n;

let chain: TestChain;
let network: TestNetwork;
let api: HostileApi;
let client: Client;
let args: string[];
const behave = (manner: string) => writeFileSync(file("manner"), manner);
const answered = ({ taskId }: TaskCandidate) => api.submissions.some((each) => each.taskId === taskId);
const show = (...tasks: TaskCandidate[]) => {
  api.tasks = tasks;
};

/** A price task is created and answered: whatever the other network's module does, it must not matter. */
async function expectPriceAnswer(): Promise<void> {
  const { timestamp } = await chain.client.getBlock();
  writeFileSync(file("prices.json"), JSON.stringify({ "BTC/USD": [[String(timestamp), "9750000000000"]] }));
  const task = await network.createPriceTask("BTC/USD", timestamp);
  show(...(api.tasks as TaskCandidate[]), task);
  const submission = await waitFor(
    "a price",
    () => api.submissions.find((each) => each.taskId === task.taskId),
    {
      timeoutMs: Number(responseWindow) * 1_000,
    },
  );
  expect(submission.response).toBe(encodeAbiParameters([{ type: "uint256" }], [9_750_000_000_000n]));
}

beforeAll(async () => {
  chain = await startChain({ blockTimeSeconds: 1 });
  network = await startTestNetwork(chain, responseWindow);
  const [, operator = "0x"] = (await chain.client.getAddresses()) as Hex[];
  await network.register(operator, secretKey);
  api = await startHostileApi();
  behave("answer");
  writeFileSync(file("prices.json"), "{}");
  writeFileSync(file("addresses.json"), JSON.stringify(network.deployment));
  writeFileSync(file("password"), "password");
  writeFileSync(file("keystore.json"), await encryptKeystore(secretKey, "password"));
  const node = `'${process.execPath}'`;
  const price = `${node} --import '${import.meta.resolve("tsx")}' '${script("price/main.ts")}' '${file("prices.json")}'`;
  const options = {
    operator,
    keystore: file("keystore.json"),
    "password-file": file("password"),
    "data-dir": file("data"),
    api: api.url,
    rpc: chain.url,
    addresses: file("addresses.json"),
    port: String(20_000 + Math.floor(Math.random() * 20_000)),
    "log-level": "debug",
  };
  const modules = [
    "--module",
    `${network.network}=${node} '${script("testing/obey.mjs")}' '${file("manner")}'`,
    "--module",
    `${network.priceNetwork}=${price}`,
  ];
  const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  args = ["run", ...given, ...modules];
  client = startClient(args);
  await waitFor("the client", () => client.output().includes('"running"'), { timeoutMs: 30_000 });
}, 120_000);

afterAll(async () => {
  if (client.child.exitCode === null) await client.stop("SIGKILL");
  await Promise.all([api.close(), chain.stop()]);
  rmSync(directory, { recursive: true, force: true });
});

describe("a client that serves two networks", () => {
  it("answers both", async () => {
    const task = await network.createTask(1n);
    show(task);
    await waitFor("a response", () => answered(task), { timeoutMs: 10_000 });
    await expectPriceAnswer();
  }, 40_000);

  it.each([
    ["hangs", "hang", "longer than"],
    ["crashes", "crash", "exit code 9"],
    ["prints garbage", "garbage", "no answer to its payload"],
  ])(
    "answers the one at once while the other's module %s",
    async (_name, manner, fault) => {
      behave(manner);
      const tasks = [await network.createTask(2n), await network.createTask(3n)];
      show(...tasks);
      await waitFor("the task", () => client.output().includes(tasks[1]?.taskId ?? "?"), {
        timeoutMs: 10_000,
      });
      await expectPriceAnswer();
      await expectPriceAnswer();
      await waitFor("the fault", () => client.output().includes(fault), { timeoutMs: 30_000 });
      expect(tasks.filter(answered)).toEqual([]);
    },
    90_000,
  );

  it("signs no response that comes after the deadline", async () => {
    behave("late");
    const task = await network.createTask(5n);
    show(task);
    await expectPriceAnswer();
    await waitFor("the refusal", () => client.output().includes("came too late to sign it"), {
      timeoutMs: 60_000,
    });
    expect(answered(task)).toBe(false);
    const signed = client
      .output()
      .split("\n")
      .filter((line) => line.includes("response signed"));
    expect(signed.filter((line) => line.includes(task.taskId))).toEqual([]);
  }, 90_000);

  it("answers no task whose deadline has passed on chain, though an API says that there are centuries left", async () => {
    behave("answer");
    await client.stop("SIGKILL");
    const task = await network.createTask(11n);
    const { timestamp } = await chain.client.getBlock();
    const isOver = async () => (await chain.client.getBlock()).timestamp > timestamp + responseWindow;
    await waitFor("the deadline", isOver, { timeoutMs: 20_000 });
    show(task);
    client = startClient(args);
    const refusal = new RegExp(`"taskId":"${task.taskId}".*deadline has passed`);
    await waitFor("the refusal", () => refusal.test(client.output()), { timeoutMs: 30_000 });
    expect(client.output()).not.toContain("response signed");
    expect(answered(task)).toBe(false);
  }, 60_000);

  it("goes on with the module as soon as it behaves", async () => {
    behave("answer");
    await waitFor(
      "a response",
      async () => {
        const task = await network.createTask(7n);
        show(task);
        return waitFor("it", () => answered(task), { timeoutMs: 5_000 }).catch(() => undefined);
      },
      { timeoutMs: 60_000 },
    );
  }, 90_000);
});
