import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bytesToHex, encodeAbiParameters, type Hex } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { factorizationNetworkAbi } from "../../contracts/generated/factorizationNetwork.ts";
import { taskManagerAbi } from "../../contracts/generated/taskManager.ts";
import { compressG1, decodeG1, decompressG2, encodeG1 } from "../../lib/bls/points.ts";
import { hashToG2, publicKeyOf, verifyHashed } from "../../lib/bls/signatures.ts";
import { responseDigest } from "../../lib/protocol/messages.ts";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import type { SignedSubmission } from "../api/submitResponse.ts";
import { encryptKeystore } from "../keystore/keystore.ts";
import type { TaskCandidate } from "../tasks/TaskCandidate.ts";
import { type Client, startClient } from "../testing/startClient.ts";
import { type HostileApi, startHostileApi } from "../testing/startHostileApi.ts";
import { startRemoteSigner } from "../testing/startRemoteSigner.ts";
import { startTestNetwork, type TestNetwork } from "../testing/testNetwork.ts";

const password = "canary-password-5d1c";
const rpcKey = "canary-rpc-key-77aa";
const secretKey = new Uint8Array(32).fill(0x17);
const publicKey = encodeG1(publicKeyOf(secretKey));
const directory = mkdtempSync(join(tmpdir(), "nektar-run-"));
const file = (name: string) => join(directory, name);
const port = 20_000 + Math.floor(Math.random() * 20_000);
const nodeApi = `http://127.0.0.1:${port}`;

let chain: TestChain;
let network: TestNetwork;
let operator: Hex;
let liar: HostileApi;
let honest: HostileApi;
let client: Client;
const outputs: string[] = [];

const argumentsOf = (changes: Record<string, string> = {}, without: readonly string[] = []) => {
  const options: Record<string, string> = {
    operator,
    keystore: file("keystore.json"),
    "password-file": file("password"),
    "data-dir": file("data"),
    api: `${liar.url},${honest.url}`,
    rpc: `${chain.url}/?key=${rpcKey}`,
    addresses: file("addresses.json"),
    port: String(port),
    "log-level": "debug",
    ...changes,
  };
  for (const name of without) delete options[name];
  return ["run", ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])];
};
const start = (changes?: Record<string, string>) => startClient(argumentsOf(changes));
const finish = async (which: Client, signal?: NodeJS.Signals) => {
  const ms = await which.stop(signal);
  outputs.push(which.output());
  return ms;
};
const submissionTo = (api: HostileApi, { taskId }: TaskCandidate) =>
  waitFor(`a response to ${taskId}`, () => api.submissions.find((each) => each.taskId === taskId), {
    timeoutMs: 30_000,
  });
const encodeList = (items: bigint[]) => encodeAbiParameters([{ type: "uint256[]" }], [items]);

/** The response is right by the network's contract, and the signature is the operator's over the contract's digest. */
async function expectRight(task: TaskCandidate, submission: SignedSubmission): Promise<void> {
  const { contracts, chainId } = network.deployment;
  const isRight = await chain.client.readContract({
    abi: factorizationNetworkAbi,
    address: network.network,
    functionName: "isRight",
    args: [task.payload, submission.response],
  });
  expect(isRight).toBe(true);
  const { taskId, referenceBlock } = task;
  const { taskManager } = contracts;
  const digest = responseDigest({
    chainId,
    taskManager,
    taskId,
    referenceBlock,
    response: submission.response,
  });
  const signature = decompressG2(submission.signature);
  expect(verifyHashed(signature, hashToG2(digest), decodeG1(publicKey))).toBe(true);
}

beforeAll(async () => {
  chain = await startChain({ blockTimeSeconds: 1 });
  network = await startTestNetwork(chain);
  [, operator = "0x"] = (await chain.client.getAddresses()) as Hex[];
  writeFileSync(file("addresses.json"), JSON.stringify(network.deployment));
  writeFileSync(file("password"), `${password}\n`);
  writeFileSync(file("keystore.json"), await encryptKeystore(secretKey, password));
  [liar, honest] = await Promise.all([startHostileApi(), startHostileApi()]);
  client = start();
}, 120_000);
afterAll(async () => {
  if (client.child.exitCode === null) await client.stop("SIGKILL");
  await Promise.all([liar.close(), honest.close(), chain.stop()]);
  rmSync(directory, { recursive: true, force: true });
});
beforeEach(() => {
  for (const api of [liar, honest]) {
    api.manner = "graphql";
    api.tasks = [];
    api.stored = [];
    api.answerSubmission = () => ({ __typename: "ResponseAccepted", duplicate: false });
  }
});

// One file, though long: all share a chain, two adversaries and one client, in the order of its life.
describe("the operator client", () => {
  it("waits for its registration, and is healthy once it is there", async () => {
    await waitFor("the wait", () => client.output().includes("not registered yet"), { timeoutMs: 30_000 });
    expect((await fetch(`${nodeApi}/nektar/node/health`)).status).toBe(503);
    expect(await (await fetch(`${nodeApi}/nektar/node/services`)).json()).toMatchObject({
      services: [{ status: "Initializing" }],
    });
    await network.register(operator, secretKey);
    await waitFor("health", async () => (await fetch(`${nodeApi}/nektar/node/health`)).status === 200, {
      timeoutMs: 30_000,
    });
    const service = `${nodeApi}/nektar/node/services/${network.network}/health`;
    expect(await (await fetch(service)).json()).toMatchObject({ status: "Up" });
    expect((await fetch(`${nodeApi}/ready`)).status).toBe(200);
    expect(await (await fetch(`${nodeApi}/metrics`)).text()).toContain(
      "nektar_process_resident_memory_bytes",
    );
  }, 60_000);

  it("answers a task that an API shows, with the right response and its own signature", async () => {
    const task = await network.createTask(2n ** 64n - 1n);
    honest.tasks = [task];
    const submission = await submissionTo(honest, task);
    expect(submission.response).toBe(encodeList([3n, 5n, 17n, 257n, 641n, 65537n, 6700417n]));
    await expectRight(task, submission);
    await submissionTo(liar, task); // to every API
  }, 60_000);

  it("hears of a task by an API's subscription, and takes a broken line up where it ended", async () => {
    honest.subscribes = true;
    await waitFor("the line", () => honest.lines.size > 0, { timeoutMs: 40_000 });
    const [heard, later] = [await network.createTask(1_003n), await network.createTask(1_007n)];
    honest.push(heard, "c1");
    await expectRight(heard, await submissionTo(honest, heard));
    for (const line of honest.lines) line.destroy();
    await waitFor("the next line", () => honest.subscriptions.at(-1) === "c1" && honest.lines.size > 0, {
      timeoutMs: 30_000,
    });
    honest.push({ ...later, payload: "0x00" }, "c2"); // lies are looked up as in an answer to a query
    honest.push(later, "c3");
    await expectRight(later, await submissionTo(honest, later));
    honest.subscribes = false;
    for (const line of honest.lines) line.destroy();
  }, 90_000);

  it.each<[HostileApi["manner"]]>([
    ["garbage"],
    ["html"],
    ["huge"],
    ["slow"],
    ["error"],
    ["reset"],
    ["malformed"],
  ])(
    "is not disturbed by an API that answers in the manner %s",
    async (manner) => {
      liar.manner = manner;
      const task = await network.createTask(BigInt(Math.floor(Math.random() * 1e12)) + 2n);
      honest.tasks = [task];
      await expectRight(task, await submissionTo(honest, task));
    },
    60_000,
  );

  it("signs nothing that an API made up or altered, and finds on chain what it hides", async () => {
    const [task, other] = [await network.createTask(91n), await network.createTask(10403n)];
    const altered: TaskCandidate[] = [
      { ...task, payload: other.payload },
      { ...task, payload: "0x" },
      { ...task, referenceBlock: task.referenceBlock + 1n },
      { ...task, network: operator },
      { ...task, taskId: `0x${"ab".repeat(32)}` },
      { ...other, payload: task.payload },
    ];
    liar.tasks = altered;
    honest.tasks = altered; // both lie
    const submission = await submissionTo(liar, task);
    expect(submission.response).toBe(encodeList([7n, 13n]));
    await expectRight(other, await submissionTo(liar, other));
    for (const api of [liar, honest]) {
      const ours = api.submissions.filter(({ taskId }) => altered.some((each) => each.taskId === taskId));
      expect(new Set(ours.map(({ taskId, response }) => `${taskId} ${response}`)).size).toBe(2);
    }
    // What was made up is refused in the end; what is altered is looked at unless the true task was found before it.
    await waitFor("a refusal", () => client.output().includes("The chain knows no task with this id"), {
      timeoutMs: 40_000,
    });
    const refusals =
      client.output().match(/"source":"[^"]*","reason":"The task has another payload[^"]*"/g) ?? [];
    expect(refusals.length).toBeLessThanOrEqual(6); // once each, not in a loop
  }, 90_000);

  it("signs a task that it found on chain while every API is down, and hands it in to the first that is back", async () => {
    liar.manner = "reset";
    honest.manner = "reset";
    const task = await network.createTask(6n);
    const isSigned = () => client.output().includes(`"taskId":"${task.taskId}","msg":"response signed"`);
    await waitFor("the signature", isSigned, { timeoutMs: 30_000 });
    honest.manner = "graphql";
    await expectRight(task, await submissionTo(honest, task));
  }, 90_000);

  it("hands a response in again while an API does not know the task yet", async () => {
    const task = await network.createTask(2n ** 61n - 1n);
    honest.tasks = [task];
    const before = honest.submissions.length;
    honest.answerSubmission = (count) =>
      count < before + 3
        ? { __typename: "ResponseRejected", reason: "UNKNOWN_TASK", message: "", retryable: true }
        : { __typename: "ResponseAccepted", duplicate: false };
    const isDone = () => honest.submissions.filter(({ taskId }) => taskId === task.taskId).length === 4;
    await waitFor("the fourth attempt", isDone, { timeoutMs: 30_000 });
  }, 60_000);

  it("releases the same signature again after kill -9", async () => {
    const task = await network.createTask(1_000_003n * 999_983n);
    honest.tasks = [task];
    const before = await submissionTo(honest, task);
    await finish(client, "SIGKILL");
    honest.submissions = [];
    client = start();
    const after = await submissionTo(honest, task);
    expect(after).toEqual(before);
  }, 60_000);

  it("signs with a remote signer as with the keystore, and waits for one that is away", async () => {
    const remote = await startRemoteSigner(secretKey);
    await finish(client);
    const signer = { "remote-signer": remote.url, "public-key": compressG1(publicKeyOf(secretKey)) };
    client = startClient(argumentsOf(signer, ["keystore", "password-file"]));
    remote.status = 503;
    const task = await network.createTask(4_294_967_291n * 3n);
    honest.tasks = [task];
    await waitFor("a second request", () => remote.requests > 1, { timeoutMs: 30_000 });
    remote.status = 200;
    await expectRight(task, await submissionTo(honest, task));
    await finish(client);
    await remote.close();
    client = start();
  }, 90_000);

  it("finds by an API's copy of its signature that its journal is an older one, and signs nothing twice", async () => {
    const old = readFileSync(file("data/signing-journal.jsonl"));
    const signed = await network.createTask(2n ** 61n - 1n);
    honest.tasks = [signed];
    const before = await submissionTo(honest, signed);
    await finish(client);
    const unseen = await network.createTask(9_409n); // may have been signed by the lost journal as well
    writeFileSync(file("data/signing-journal.jsonl"), old);
    liar.stored = [{ ...before, ...signed, signature: `0x${"ab".repeat(96)}` }]; // a lie proves nothing
    honest.stored = [{ ...before, referenceBlock: signed.referenceBlock }];
    for (const api of [liar, honest]) Object.assign(api, { submissions: [], tasks: [signed, unseen] });
    client = start();
    expect(await submissionTo(honest, signed)).toEqual(before);
    await network.createTask(10_207n); // perhaps in the very next block, which is refused as well
    const fresh = await network.createTask(10_201n);
    honest.tasks = [signed, unseen, fresh];
    await expectRight(fresh, await submissionTo(honest, fresh));
    await waitFor("the refusal", () => client.output().includes("before the journal was restored"), {
      timeoutMs: 30_000,
    });
    await finish(client);
    honest.stored = [];
    client = start(); // what was found is not forgotten
    await waitFor("the refusal", () => client.output().includes("before the journal was restored"), {
      timeoutMs: 30_000,
    });
    expect(honest.submissions.filter(({ taskId }) => taskId === unseen.taskId)).toEqual([]);
    const node = await (await fetch(`${nodeApi}/nektar/node`)).json();
    expect(Number(node.quarantinedUpToBlock)).toBeGreaterThanOrEqual(Number(unseen.referenceBlock));
  }, 90_000);

  it("finds the same by the chain's answers alone, while every API hides it", async () => {
    const answered = await network.createTask(3n * 5n * 7n);
    honest.tasks = [answered];
    const submission = await submissionTo(honest, answered);
    await network.respond(answered.taskId, publicKey, submission);
    const open = await network.createTask(101n * 103n);
    await finish(client);
    honest.tasks = [open];
    honest.submissions = [];
    client = start({ "data-dir": file("empty") }); // the oldest copy of all
    await waitFor("the refusal", () => client.output().includes("before the journal was restored"), {
      timeoutMs: 30_000,
    });
    expect(client.output()).toContain("older than a signature of this key");
    await finish(client);
    expect(honest.submissions).toEqual([]);
    client = start();
    await submissionTo(honest, open); // the true journal signs it
  }, 90_000);

  it("lets no second client use its directory", async () => {
    await waitFor("the client", () => client.output().includes('"running"'), { timeoutMs: 30_000 });
    const second = start({ port: String(port + 1) });
    expect(await second.ended()).toBe(1);
    expect(second.output()).toContain("Another process uses the data directory");
    outputs.push(second.output());
  }, 30_000);

  it("shows its state on the command line", async () => {
    await waitFor("health", async () => (await fetch(`${nodeApi}/nektar/node/health`)).status === 200, {
      timeoutMs: 30_000,
    });
    const status = startClient(["status", "--url", nodeApi]);
    expect(await status.ended()).toBe(0);
    expect(status.output()).toMatch(/health +healthy/);
  }, 60_000);

  it("is partially healthy while one of two APIs is away", async () => {
    liar.manner = "reset";
    await waitFor("206", async () => (await fetch(`${nodeApi}/nektar/node/health`)).status === 206, {
      timeoutMs: 60_000,
      intervalMs: 500,
    });
  }, 70_000);

  it("stops on SIGTERM within 10 s, without an error", async () => {
    expect(await finish(client)).toBeLessThan(10_000);
    expect(client.child.exitCode).toBe(0);
    expect(client.output()).toContain('"stopped"');
    expect(client.output()).not.toContain("MaxListeners");
  }, 20_000);

  it("refuses another key than the registered one, with a sentence", async () => {
    writeFileSync(file("other.json"), await encryptKeystore(new Uint8Array(32).fill(0x18), password));
    const wrong = start({ keystore: file("other.json"), "data-dir": file("other") });
    expect(await wrong.ended()).toBe(1);
    expect(wrong.output()).toContain("registered with another BLS key");
    outputs.push(wrong.output());
  }, 30_000);

  it("refuses another chain, a wrong password and an empty address, with a sentence", async () => {
    const { deployment } = network;
    const starts = (deployment: unknown, changes: Record<string, string> = {}) => {
      writeFileSync(file("wrong.json"), JSON.stringify(deployment));
      return start({ addresses: file("wrong.json"), ...changes });
    };
    const cases: [Client, string][] = [];
    const check = async (subject: Client, sentence: string) => {
      expect(await subject.ended()).toBe(1);
      expect(subject.output()).toContain(sentence);
      cases.push([subject, sentence]);
      outputs.push(subject.output());
    };
    await check(
      starts({ ...deployment, genesisHash: `0x${"00".repeat(32)}` }),
      "another chain with the id 31337",
    );
    const contracts = { ...deployment.contracts, taskManager: operator };
    await check(starts({ ...deployment, contracts }), "No contract lies at the address");
    await check(starts(deployment, { "password-file": file("addresses.json") }), "password does not open");
    expect(cases).toHaveLength(3);
  }, 60_000);

  it("never writes a secret", () => {
    const text = outputs.join("\n") + readFileSync(file("data/signing-journal.jsonl"), "utf8");
    expect(text.length).toBeGreaterThan(10_000);
    for (const secret of [password, rpcKey, bytesToHex(secretKey).slice(2), "canary"]) {
      expect(text).not.toContain(secret);
    }
  });
});

it("agrees with the contract about the digest", async () => {
  const { chainId, contracts } = network.deployment;
  const task = { taskId: `0x${"0c".repeat(32)}`, referenceBlock: 9n } as const;
  const responseHash = "0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"; // keccak256 of nothing
  const onChain = await chain.client.readContract({
    abi: taskManagerAbi,
    address: contracts.taskManager,
    functionName: "responseDigest",
    args: [task.taskId, task.referenceBlock, responseHash],
  });
  expect(responseDigest({ chainId, taskManager: contracts.taskManager, ...task, response: "0x" })).toBe(
    onChain,
  );
});
