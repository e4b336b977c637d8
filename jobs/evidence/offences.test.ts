import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeAbiParameters, type Hex, keccak256, stringToHex, toBytes, toHex, zeroHash } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestApi, type TestApi } from "../../api/testing/startTestApi.ts";
import { freePort } from "../../devnet/net/ports.ts";
import { createTask, signatureOf, tasksOf } from "../../indexer/testing/actions.ts";
import { answeredTask, approveBonds, factors, number } from "../../indexer/testing/challengeScenario.ts";
import { challenge, challengeIn, resolveChallenge, rule } from "../../indexer/testing/slashActions.ts";
import { compressG2, decodeG2 } from "../../lib/bls/points.ts";
import { readSnapshot } from "../../lib/database/checkpoint.ts";
import { bundleText, type EvidenceBundle } from "../../lib/evidence/bundle.ts";
import { explainReward } from "../../lib/rewards/explainReward.ts";
import { readRewardFacts } from "../../lib/rewards/readRewardFacts.ts";
import { submitResponse } from "../../operator/api/submitResponse.ts";
import { endProcess, startProcess } from "../../test/support/childProcess.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import { startReceiver } from "../alerts/testing/startReceiver.ts";
import { type IndexedScene, openIndexedScene } from "../testing/openIndexedScene.ts";
import { collectBundle } from "./collectBundle.ts";

const one = 10n ** 18n;
const patience = { timeoutMs: 60_000, intervalMs: 100 };
const responses = ["0x01", "0x02"] as const;
/** anvil's ninth account: somebody who has nothing to do with the jobs. */
const stranger = mnemonicToAccount("test test test test test test test test test test test junk", {
  addressIndex: 8,
});

let scene: IndexedScene;
let api: TestApi;
let jobs: ReturnType<typeof startProcess>;
let hooks: Awaited<ReturnType<typeof startReceiver>>;
let us: Hex;
/** The first of two epochs with something to pay in both networks. */
let epoch: bigint;
const directory = mkdtempSync(join(tmpdir(), "nektar-offences-"));

beforeAll(async () => {
  scene = await openIndexedScene({ challengeWindow: 300n });
  us = scene.sender.account.address.toLowerCase() as Hex;
  const { client, done, reward, governor } = scene.protocol;
  const mint = { ...reward, account: governor, functionName: "mint", args: [us, 1_000n * one] } as const;
  await done(client.writeContract(mint));
  await approveBonds(scene.protocol);
  await fund();
  api = await startTestApi(scene.databaseUrl, { deployment: scene.deployment });
  hooks = await startReceiver();
  jobs = await startJobs();
  await waitFor(
    "the alerts",
    () => scene.sender.db.selectFrom("nektar.alert_scan").selectAll().executeTakeFirst(),
    patience,
  );
}, 240_000);
afterAll(async () => {
  if (jobs) await endProcess(jobs.child);
  hooks?.close();
  await api?.close();
  await scene?.close();
  rmSync(directory, { recursive: true, force: true });
});

async function startJobs() {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...{ DATABASE_URL: scene.databaseUrl, RPC_URL: scene.chain.url, NEKTAR_ADDRESSES: scene.addresses },
    ...{ JOBS_PRIVATE_KEY: keccak256(toBytes("jobs")), JOBS_PORT: String(await freePort()) },
    ...{ JOBS_FINALITY_DEPTH: "3", JOBS_CHALLENGE: "true" },
    ...{ ALERT_WEBHOOKS: hooks.url, ALERT_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 1).toString("base64")}` },
  };
  delete env.REDIS_URL;
  return startProcess(process.execPath, ["--import", "tsx", "jobs/main.ts"], { env });
}

/** Two epochs' rewards in both networks; the first of them begins now. */
async function fund(): Promise<void> {
  const { client, done, governor, rewardToken, rewardsCoordinator, network, priceNetwork } = scene.protocol;
  const { genesis, lengthSeconds } = scene.deployment.epoch;
  const { timestamp } = await client.getBlock();
  epoch = (timestamp - BigInt(genesis)) / BigInt(lengthSeconds) + 1n;
  for (const each of [network, priceNetwork]) {
    const args = [each, rewardToken, 1_000n * one, epoch, 2n] as const;
    const call = { ...rewardsCoordinator, account: governor, functionName: "fundSchedule", args } as const;
    await done(client.writeContract(call));
  }
  await passTo(epoch);
}

async function passTo(target: bigint): Promise<void> {
  const { genesis, lengthSeconds } = scene.deployment.epoch;
  const { timestamp } = await scene.chain.client.getBlock();
  await scene.protocol.passTime(Number(BigInt(genesis) + target * BigInt(lengthSeconds) - timestamp) + 1);
}

async function newTask(payload: Hex): Promise<Hex> {
  const { protocol } = scene;
  const [taskId = zeroHash] = await tasksOf(
    protocol,
    await createTask(protocol, protocol.requester, payload),
  );
  await scene.indexed();
  return taskId;
}

/** Both responses with their signatures, compressed as operators hand them in. */
const signedBoth = (taskId: Hex, index: number) =>
  Promise.all(
    responses.map(async (response) => ({
      response,
      signature: compressG2(decodeG2(await signatureOf(scene.protocol, taskId, index, response))),
    })),
  );

/** A bundle of an equivocation that nobody but its finder knows: what it is made of is not kept. */
async function foundBySomebody(taskId: Hex, index: number): Promise<EvidenceBundle> {
  const { sender, deployment, protocol } = scene;
  const offence = { taskId, operator: protocol.operators[index] ?? "0x" };
  const signed = await signedBoth(taskId, index);
  let bundle: EvidenceBundle | undefined;
  await sender.db
    .transaction()
    .execute(async (trx) => {
      for (const { response, signature } of signed) {
        const row = { task_id: taskId, operator: offence.operator, response, signature };
        const values = { ...row, response_hash: keccak256(response), reference_block: 0n };
        await trx.insertInto("nektar.response").values(values).execute();
      }
      bundle = await collectBundle({ db: trx, chain: sender.chain, deployment }, offence);
      throw new Error("not kept");
    })
    .catch((error: Error) => expect(error.message).toBe("not kept"));
  if (!bundle) throw new Error("no bundle");
  return bundle;
}

function commandLine(args: readonly string[], extra: Record<string, string> = {}): Promise<string> {
  const named = {
    DATABASE_URL: scene.databaseUrl,
    RPC_URL: scene.chain.url,
    NEKTAR_ADDRESSES: scene.addresses,
  };
  const env = { PATH: process.env.PATH ?? "", ...named, ...extra };
  const command = ["--import", "tsx", "scripts/nektar.ts", ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env }, (_, stdout, stderr) => resolve(stdout + stderr));
  });
}

const slashesOf = (taskId: Hex) =>
  scene.sender.db
    .selectFrom("indexer.slash")
    .selectAll()
    .where("task_id", "=", taskId)
    .orderBy("operator")
    .execute();
const slashed = (taskId: Hex, count: number) =>
  waitFor(
    `${count} slashes at ${taskId}: ${jobs.output()}`,
    async () => {
      const slashes = await slashesOf(taskId);
      return slashes.length === count && slashes;
    },
    patience,
  );

it("an equivocation that came in by the API is slashed by the jobs", async () => {
  const { operators } = scene.protocol;
  const taskId = await newTask("0xa1");
  const answers: string[] = [];
  for (const { response, signature } of await signedBoth(taskId, 0)) {
    const submission = { taskId, operator: operators[0], response, signature };
    answers.push(
      (await submitResponse(`${api.url}/graphql`, submission, AbortSignal.timeout(20_000))).__typename,
    );
  }
  expect(answers).toEqual(["ResponseAccepted", "EquivocationRecorded"]);
  const [slash] = await slashed(taskId, 1);
  expect(slash).toMatchObject({ operator: operators[0], offence: "EQUIVOCATION", reporter: us });
  const shown = await commandLine(["evidence", "show", slash?.evidence_hash ?? "0x"]);
  expect(JSON.parse(shown)).toMatchObject({ task: { id: taskId }, evidenceHash: slash?.evidence_hash });
}, 120_000);

it("one in a bundle that was handed in is slashed by the jobs, and one that a stranger submits by the stranger", async () => {
  const { operators } = scene.protocol;
  const [imported, submitted] = [await newTask("0xa2"), await newTask("0xa3")];
  const file = (name: string) => join(directory, name);
  for (const [name, taskId] of [
    ["imported", imported],
    ["submitted", submitted],
  ] as const)
    writeFileSync(file(name), bundleText(await foundBySomebody(taskId, 1)));
  expect(await commandLine(["evidence", "import", file("imported")])).toContain(
    "Imported: the jobs submit it.",
  );
  expect(await slashed(imported, 1)).toMatchObject([
    { operator: operators[1], offence: "EQUIVOCATION", reporter: us },
  ]);
  const key = toHex(stranger.getHdKey().privateKey ?? new Uint8Array());
  const output = await commandLine(["evidence", "submit", file("submitted")], { REPORTER_PRIVATE_KEY: key });
  expect(output).toContain("Slashed in 0x");
  expect(await slashed(submitted, 1)).toMatchObject([
    { operator: operators[1], offence: "EQUIVOCATION", reporter: stranger.address.toLowerCase() },
  ]);
}, 120_000);

it("a wrong response is challenged by the watcher, or by anybody before an arbiter; all its signers are slashed", async () => {
  const { protocol } = scene;
  const { operators, delegators, network, priceNetwork } = protocol;
  await passTo(epoch + 1n);
  const watched = await answeredTask(protocol, network, number(15n), factors(3n, 7n), [0]);
  const slashes = await slashed(watched, 2);
  expect(slashes.map(({ operator }) => operator)).toEqual([operators[1], operators[2]].sort());
  for (const slash of slashes) expect(slash).toMatchObject({ offence: "WRONG_RESPONSE", reporter: us });

  const pair = encodeAbiParameters(
    [{ type: "bytes32" }, { type: "uint64" }],
    [stringToHex("ETH/USD", { size: 32 }), 1_700_000_000n],
  );
  const ruled = await answeredTask(protocol, priceNetwork, pair, number(1n));
  const id = await challengeIn(protocol, await challenge(protocol, delegators[0], ruled));
  await rule(protocol, ruled, number(1n), "WRONG", "");
  await resolveChallenge(protocol, id, ruled, operators);
  for (const slash of await slashed(ruled, 3))
    expect(slash).toMatchObject({ offence: "WRONG_RESPONSE", reporter: delegators[0], evidence_hash: id });
}, 120_000);

it("each slash was told once, and no operator got anything of an epoch in which it was slashed; the explanation says why", async () => {
  const { protocol, sender, deployment } = scene;
  const { operators, network, priceNetwork } = protocol;
  const isTold = () => hooks.received.filter(({ body }) => body.includes('"type":"slash"')).length >= 8;
  await waitFor("all alerts", isTold, patience);
  await passTo(epoch + 3n);
  const isCalculated = async () => {
    await scene.chain.client.mine({ blocks: 5 });
    const { done } = await sender.db
      .selectFrom("nektar.reward_epoch")
      .select((eb) => eb.fn.countAll<bigint>().as("done"))
      .where("epoch", "in", [epoch, epoch + 1n])
      .where("state", "<>", "calculating")
      .executeTakeFirstOrThrow();
    return done === 2n;
  };
  await waitFor("both epochs", isCalculated, { timeoutMs: 120_000, intervalMs: 300 });
  const explained = (of: bigint, by: Hex, earner: Hex) =>
    readSnapshot(sender.db, async (trx) => {
      const facts = await readRewardFacts(trx, deployment.epoch, { epoch: of, network: by, earner });
      if (!facts) throw new Error("nothing is calculated");
      const { reason, tokens } = explainReward(facts);
      return { reason, amount: tokens.reduce((sum, { amount }) => sum + amount, 0n) };
    });
  const nothing = { reason: "OPERATOR_SLASHED", amount: 0n };
  const [first, second, third] = operators;
  // Who was slashed where, and in which epoch.
  const punished: [bigint, Hex, Hex][] = [
    ...[first, second].map((operator): [bigint, Hex, Hex] => [epoch, network, operator]),
    ...[second, third].map((operator): [bigint, Hex, Hex] => [epoch + 1n, network, operator]),
    ...operators.map((operator): [bigint, Hex, Hex] => [epoch + 1n, priceNetwork, operator]),
  ];
  for (const [of, by, operator] of punished) expect(await explained(of, by, operator)).toEqual(nothing);
  // The others did earn: of the same epochs, and the slashed ones of another network.
  for (const [of, by, operator] of [
    [epoch, network, third],
    [epoch, priceNetwork, first],
    [epoch + 1n, network, first],
  ] as const)
    expect((await explained(of, by, operator)).amount, `${of} ${by} ${operator}`).toBeGreaterThan(0n);
  const told = hooks.received.filter(({ body }) => body.includes('"type":"slash"'));
  expect(told).toHaveLength(8);
  expect(new Set(told.map(({ headers }) => headers["webhook-id"])).size).toBe(8);
}, 240_000);
