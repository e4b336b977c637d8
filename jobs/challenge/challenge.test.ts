import { fileURLToPath } from "node:url";
import { encodeAbiParameters, erc20Abi, type Hex, stringToHex } from "viem";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { answeredTask, factors, number } from "../../indexer/testing/challengeScenario.ts";
import { rule } from "../../indexer/testing/slashActions.ts";
import { contentHashOf } from "../../lib/evidence/bundle.ts";
import { checkWrongResponse, checkWrongResponseOnChain } from "../../lib/evidence/checkWrongResponse.ts";
import { parseWrongResponse, type WrongResponseBundle } from "../../lib/evidence/wrongResponse.ts";
import { createModules } from "../../lib/modules/createModules.ts";
import { type IndexedScene, openIndexedScene } from "../testing/openIndexedScene.ts";
import { watchIntents } from "../transactions/watchIntents.ts";
import type { BondLimits, ChallengeContext, ModulePair } from "./context.ts";
import { challengeJob } from "./job.ts";
import { settleChallenge } from "./settleChallenge.ts";

const one = 10n ** 18n;
const bond = 100n * one;
const plenty: BondLimits = { total: 10n * bond, perNetwork: 10n * bond };
const waver = fileURLToPath(new URL("./testing/waver.mjs", import.meta.url));
const wrongFactors = factors(3n, 7n);

let scene: IndexedScene;
let us: Hex;
const contexts: ChallengeContext[] = [];

beforeAll(async () => {
  scene = await openIndexedScene({ challengeWindow: 600n });
  const { protocol, sender } = scene;
  us = sender.account.address;
  const { client, done, reward, governor } = protocol;
  const mint = { ...reward, account: governor, functionName: "mint", args: [us, 10n * bond] } as const;
  await done(client.writeContract(mint));
}, 180_000);
afterAll(() => scene?.close());
afterEach(async () => {
  const pairs = contexts.splice(0).flatMap(({ challenging }) => [...challenging.modules.values()]);
  await Promise.all(pairs.flat().map((module) => module.stop()));
});

/** The jobs' context with real modules: the built-in one for factors, and a command for prices. */
function watcher(limits = plenty, priceCommand = [process.execPath, waver]): ChallengeContext {
  const { sender, deployment, protocol } = scene;
  const given = [{ network: protocol.priceNetwork, command: priceCommand }];
  const [ones, others] = [0, 1].map(() => createModules(given, deployment, sender.logger));
  const modules = new Map<Hex, ModulePair>();
  for (const [network, module] of ones ?? []) {
    const other = others?.get(network);
    if (other) modules.set(network, [module, other]);
  }
  const challenging = { modules, limits };
  const context = { db: sender.db, deployment, sender, logger: sender.logger, challenging };
  contexts.push(context);
  return context;
}

/** What the jobs' process does in a second. */
async function look(context: ChallengeContext): Promise<void> {
  await scene.indexed();
  const sync = { driftBps: 100, intervalSeconds: 60 };
  for (const { payload } of await challengeJob.unfinished({ ...context, aggregateGraceMs: 0, sync }))
    await challengeJob.run({ ...context, aggregateGraceMs: 0, sync }, payload);
  await watchIntents(context.sender);
}

async function looks(context: ChallengeContext, count: number): Promise<void> {
  for (let number = 0; number < count; number++) await look(context);
}

const rowOf = (taskId: Hex) =>
  scene.sender.db.selectFrom("nektar.challenge").selectAll().where("task_id", "=", taskId).executeTakeFirst();
const slashesOf = (taskId: Hex) =>
  scene.sender.db.selectFrom("indexer.slash").selectAll().where("task_id", "=", taskId).execute();
const challengesOf = (taskId: Hex) =>
  scene.sender.db.selectFrom("indexer.challenge").selectAll().where("task_id", "=", taskId).execute();
const balance = () =>
  scene.chain.client.readContract({
    ...{ address: scene.protocol.reward.address, abi: erc20Abi },
    ...{ functionName: "balanceOf", args: [us] },
  });
const pricePayload = () => {
  const types = [{ type: "bytes32" }, { type: "uint64" }] as const;
  return encodeAbiParameters(types, [stringToHex("ETH/USD", { size: 32 }), 1_700_000_000n]);
};

describe("an accepted response of a network with a module", () => {
  it("that is wrong is challenged with the bond; every signer is slashed, the bond comes back, the bundle shows it", async () => {
    const { protocol } = scene;
    const { network, operators } = protocol;
    const before = await balance();
    const context = watcher();
    const taskId = await answeredTask(protocol, network, number(15n), wrongFactors, [0]);
    await look(context);
    const found = await rowOf(taskId);
    expect(found).toMatchObject({ state: "wrong", computed: factors(3n, 5n) });
    await looks(context, 4);
    expect(await challengesOf(taskId)).toMatchObject([
      { challenger: us.toLowerCase(), outcome: "UPHELD", bond, bond_returned: bond },
    ]);
    const slashes = await slashesOf(taskId);
    expect(slashes.map(({ operator }) => operator).sort()).toEqual([operators[1], operators[2]].sort());
    const [challenge] = await challengesOf(taskId);
    for (const slash of slashes)
      expect(slash).toMatchObject({
        offence: "WRONG_RESPONSE",
        reporter: us.toLowerCase(),
        evidence_hash: challenge?.id,
      });
    expect(await balance()).toBe(before);
    expect((await rowOf(taskId))?.state).toBe("bonded"); // a reorganisation may still take it
    await scene.finalize();
    await look(context);
    const row = await rowOf(taskId);
    expect(row).toMatchObject({ state: "upheld", challenge_id: challenge?.id });

    const bundle = parseWrongResponse(row?.bundle ?? "");
    expect(contentHashOf(row?.bundle ?? "")).toBe(row?.content_hash);
    expect(bundle).toMatchObject({
      computed: factors(3n, 5n),
      accepted: { response: wrongFactors, nonSigners: [operators[0]] },
      verdict: { outcome: "wrong" },
    });
    const failed = async (made: WrongResponseBundle) =>
      [...checkWrongResponse(made), ...(await checkWrongResponseOnChain(made, scene.sender.chain))]
        .filter(({ holds }) => holds !== true)
        .map(({ name }) => name);
    expect(await failed(bundle)).toEqual([]);
    const { accepted, task, signers } = bundle;
    const [first, ...others] = signers;
    const forgeries: [Partial<WrongResponseBundle>, string[]][] = [
      [{ computed: accepted.response }, ["two responses"]],
      [{ task: { ...task, payload: number(16n) } }, ["calldata", "task"]],
      [{ accepted: { ...accepted, response: factors(5n, 3n) } }, ["response hash", "calldata"]],
      [{ accepted: { ...accepted, nonSigners: [] } }, ["calldata", "task"]],
      [{ signers: [{ operator: first?.operator ?? "0x", weight: 1n }, ...others] }, ["weights"]],
      [{ chain: { ...bundle.chain, chainId: 1n } }, ["chain"]],
    ];
    for (const [change, parts] of forgeries) expect(await failed({ ...bundle, ...change })).toEqual(parts);

    const sent = await scene.sender.db
      .selectFrom("nektar.transaction")
      .select("data")
      .where("purpose", "like", `challenge:${taskId}%`)
      .execute();
    expect(sent).toEqual([{ data: bundle.challenge.data }]);
  }, 60_000);

  it("that is right is left alone", async () => {
    const { protocol } = scene;
    const context = watcher();
    const taskId = await answeredTask(protocol, protocol.network, number(77n), factors(7n, 11n));
    await looks(context, 2);
    expect((await rowOf(taskId))?.state).toBe("right");
    expect(await challengesOf(taskId)).toEqual([]);
  }, 60_000);

  it("is never challenged on the word of a module that does not give the same twice", async () => {
    const { protocol } = scene;
    const context = watcher();
    const taskId = await answeredTask(protocol, protocol.priceNetwork, pricePayload(), number(1n));
    await looks(context, 3);
    expect(await rowOf(taskId)).toMatchObject({ state: "doubtful", bond: null });
    expect((await rowOf(taskId))?.reason).toMatch(/two different responses/);
    expect(await challengesOf(taskId)).toEqual([]);
  }, 60_000);

  it("is asked of a module that dies three times, and never challenged", async () => {
    const { protocol } = scene;
    const context = watcher();
    const taskId = await answeredTask(protocol, protocol.priceNetwork, "0xdead", number(1n));
    await looks(context, 1);
    expect(await rowOf(taskId)).toMatchObject({ state: "seen", attempts: 1 });
    await looks(context, 1);
    expect(await rowOf(taskId)).toMatchObject({ attempts: 1 }); // not at once again
    for (let attempt = 2; attempt <= 3; attempt++) {
      await scene.sender.db
        .updateTable("nektar.challenge")
        .set({ updated_at: new Date(0) })
        .where("task_id", "=", taskId)
        .execute();
      await look(context);
    }
    expect(await rowOf(taskId)).toMatchObject({ state: "doubtful", attempts: 3, bond: null });
    expect((await rowOf(taskId))?.reason).toMatch(/exit code 3/);
    expect(await challengesOf(taskId)).toEqual([]);
  }, 60_000);

  it("is never challenged when the network's own verifier finds it right", async () => {
    const { protocol } = scene;
    const { network } = protocol;
    // A module that is always wrong, twice the same way.
    const liar = ["--input-type=module", "--eval", liarSource];
    const context = watcher(plenty, [process.execPath, ...liar]);
    const pair = context.challenging.modules.get(protocol.priceNetwork);
    const lying = {
      ...context,
      challenging: { ...context.challenging, modules: new Map(pair && [[network, pair]]) },
    };
    const taskId = await answeredTask(protocol, network, number(21n), factors(3n, 7n));
    await looks(lying, 2);
    expect(await rowOf(taskId)).toMatchObject({ state: "doubtful", computed: "0xbad0", bond: null });
    expect((await rowOf(taskId))?.reason).toMatch(/verifier says that the response is right/);
    expect(await challengesOf(taskId)).toEqual([]);
  }, 60_000);
});

const liarSource = `
  import { createInterface } from "node:readline";
  for await (const line of createInterface({ input: process.stdin }))
    process.stdout.write(JSON.stringify({ id: JSON.parse(line).id, response: "0xbad0" }) + "\\n");
`;

describe("bonds at stake", () => {
  it("stay within the limits: a second wrong response waits until the first bond is back", async () => {
    const { protocol } = scene;
    const { priceNetwork } = protocol;
    const liar = [process.execPath, "--input-type=module", "--eval", liarSource];
    const context = watcher({ total: 10n * bond, perNetwork: bond }, liar);
    const first = await answeredTask(protocol, priceNetwork, pricePayload(), number(3n));
    const second = await answeredTask(protocol, priceNetwork, pricePayload(), number(4n));
    await looks(context, 5);
    expect(await challengesOf(first)).toMatchObject([{ outcome: "PENDING", bond }]);
    expect(await challengesOf(second)).toEqual([]);
    expect(await rowOf(second)).toMatchObject({ state: "wrong", bond: null });
    expect((await rowOf(second))?.reason).toMatch(/beyond the limits/);

    await rule(protocol, first, number(3n), "WRONG", "");
    await looks(context, 3);
    expect(await challengesOf(first)).toMatchObject([{ outcome: "UPHELD", bond_returned: bond }]);
    expect(await slashesOf(first)).toHaveLength(3);
    await scene.finalize();
    await looks(context, 4);
    expect((await rowOf(first))?.state).toBe("upheld");
    expect(await challengesOf(second)).toMatchObject([{ outcome: "PENDING" }]);

    // The arbiter finds the second right: the bond is lost, and stays counted, so that a bad module cannot lose more.
    await rule(protocol, second, number(4n), "RIGHT", "");
    await looks(context, 3);
    await scene.finalize();
    await looks(context, 1);
    expect(await rowOf(second)).toMatchObject({ state: "failed", bond });
    const third = await answeredTask(protocol, priceNetwork, pricePayload(), number(5n));
    await looks(context, 3);
    expect(await rowOf(third)).toMatchObject({ state: "wrong" });
    expect(await challengesOf(third)).toEqual([]);
  }, 120_000);

  it("are set aside once however many look at once, and a challenge is raised once", async () => {
    const { protocol } = scene;
    const context = watcher();
    const taskId = await answeredTask(protocol, protocol.network, number(35n), factors(3n, 7n));
    await look(context);
    const row = await rowOf(taskId);
    const response = { taskId, responseHash: row?.response_hash ?? "0x" };
    for (let step = 0; step < 3; step++) {
      await Promise.all([1, 2, 3, 4, 5].map(() => settleChallenge(context, response)));
      await watchIntents(context.sender);
      await scene.indexed();
    }
    expect(await challengesOf(taskId)).toMatchObject([{ outcome: "UPHELD" }]);
    expect(await slashesOf(taskId)).toHaveLength(3);
  }, 60_000);

  it("are free again when the window passed while the account had no money for one", async () => {
    const { protocol } = scene;
    const { client, done, reward, governor } = protocol;
    const context = watcher();
    const held = await balance();
    await client.impersonateAccount({ address: us });
    const away = { ...reward, account: us, functionName: "transfer", args: [governor, held] } as const;
    await done(client.writeContract(away));
    const taskId = await answeredTask(protocol, protocol.network, number(33n), factors(3n, 7n));
    await looks(context, 3);
    expect(await rowOf(taskId)).toMatchObject({ state: "wrong", bond: null });
    expect((await rowOf(taskId))?.reason).toMatch(/too little of the bond's token/);
    await protocol.passTime(601);
    await scene.finalize();
    await look(context);
    expect((await rowOf(taskId))?.state).toBe("missed");
    expect(await challengesOf(taskId)).toEqual([]);
  }, 60_000);
});
