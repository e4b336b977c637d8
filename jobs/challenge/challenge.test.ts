import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { answeredTask, factors, number } from "../../indexer/testing/challengeScenario.ts";
import { contentHashOf } from "../../lib/evidence/bundle.ts";
import { checkWrongResponse, checkWrongResponseOnChain } from "../../lib/evidence/checkWrongResponse.ts";
import { parseWrongResponse, type WrongResponseBundle } from "../../lib/evidence/wrongResponse.ts";
import {
  bond,
  liar,
  openWatcher,
  plenty,
  pricePayload,
  type Watcher,
  wrongFactors,
} from "./testing/openWatcher.ts";

let watcher: Watcher;
let scene: Watcher["scene"];
let protocol: Watcher["protocol"];
let sender: Watcher["sender"];
let us: Watcher["us"];
let watch: Watcher["watch"];
let look: Watcher["look"];
let looks: Watcher["looks"];
let rowOf: Watcher["rowOf"];
let slashesOf: Watcher["slashesOf"];
let challengesOf: Watcher["challengesOf"];
let balance: Watcher["balance"];
beforeAll(async () => {
  watcher = await openWatcher();
  ({ scene, protocol, sender, us, watch, look, looks, rowOf, slashesOf, challengesOf, balance } = watcher);
}, 180_000);
afterEach(() => watcher.stopModules());
afterAll(() => watcher?.close());

describe("an accepted response of a network with a module", () => {
  it("that is wrong is challenged with the bond; every signer is slashed, the bond comes back, the bundle shows it", async () => {
    const { network, operators } = protocol;
    const before = await balance();
    const context = watch();
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
      [...checkWrongResponse(made), ...(await checkWrongResponseOnChain(made, sender.chain))]
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
    const sent = await sender.db
      .selectFrom("nektar.transaction")
      .select("data")
      .where("purpose", "like", `challenge:${taskId}%`)
      .execute();
    expect(sent).toEqual([{ data: bundle.challenge.data }]);
  }, 60_000);

  it("that is right is left alone", async () => {
    const context = watch();
    const taskId = await answeredTask(protocol, protocol.network, number(77n), factors(7n, 11n));
    await looks(context, 2);
    expect((await rowOf(taskId))?.state).toBe("right");
    expect(await challengesOf(taskId)).toEqual([]);
  }, 60_000);

  it("is never challenged on the word of a module that does not give the same twice", async () => {
    const context = watch();
    const taskId = await answeredTask(protocol, protocol.priceNetwork, pricePayload(), number(1n));
    await looks(context, 3);
    expect(await rowOf(taskId)).toMatchObject({ state: "doubtful", bond: null });
    expect((await rowOf(taskId))?.reason).toMatch(/two different responses/);
    expect(await challengesOf(taskId)).toEqual([]);
  }, 60_000);

  it("is asked of a module that dies three times, and never challenged", async () => {
    const context = watch();
    const taskId = await answeredTask(protocol, protocol.priceNetwork, "0xdead", number(1n));
    await looks(context, 1);
    expect(await rowOf(taskId)).toMatchObject({ state: "seen", attempts: 1 });
    await looks(context, 1);
    expect(await rowOf(taskId)).toMatchObject({ attempts: 1 }); // not at once again
    for (let attempt = 2; attempt <= 3; attempt++) {
      await sender.db
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
    const { network } = protocol;
    const context = watch(plenty, liar);
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
