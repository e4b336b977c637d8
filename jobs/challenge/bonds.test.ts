import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { answeredTask, factors, number } from "../../indexer/testing/challengeScenario.ts";
import { rule } from "../../indexer/testing/slashActions.ts";
import { startProcess } from "../../test/support/childProcess.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import type { CrashPoint } from "../transactions/crashPoint.ts";
import { watchIntents } from "../transactions/watchIntents.ts";
import { settleChallenge } from "./settleChallenge.ts";
import { bond, liar, openWatcher, plenty, pricePayload, type Watcher } from "./testing/openWatcher.ts";

let watcher: Watcher;
let scene: Watcher["scene"];
let protocol: Watcher["protocol"];
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
  ({ scene, protocol, us, watch, look, looks, rowOf, slashesOf, challengesOf, balance } = watcher);
}, 180_000);
afterEach(() => watcher.stopModules());
afterAll(() => watcher?.close());

describe("bonds at stake", () => {
  it("stay within the limits: a second wrong response waits until the first bond is back", async () => {
    const { priceNetwork } = protocol;
    const context = watch({ total: 10n * bond, perNetwork: bond }, liar);
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
    const context = watch();
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

  const points: CrashPoint[] = ["challenge.found", "challenge.judged", "challenge.bonded", "challenge.sent"];
  it.each(points)(
    "are posted once, and the signers slashed, although a process is killed at %s",
    async (point) => {
      const { databaseUrl, chain, deployment } = scene;
      const n = 3n * 5n * 7n * BigInt(11 + points.indexOf(point));
      const taskId = await answeredTask(protocol, protocol.network, number(n), factors(3n, 7n));
      await scene.indexed();
      const script = fileURLToPath(new URL("./testing/lookOnce.ts", import.meta.url));
      const { child, output } = startProcess(process.execPath, ["--import", "tsx", script], {
        env: {
          ...process.env,
          ...{ NEKTAR_TEST_CRASH_AT: point, TEST_DATABASE: databaseUrl, TEST_RPC: chain.url },
          TEST_DEPLOYMENT: JSON.stringify(deployment),
        },
      });
      await once(child, "exit");
      expect(child.signalCode, output()).toBe("SIGKILL");
      const before = await balance();
      const context = watch(plenty);
      await looks(context, 5);
      expect(await challengesOf(taskId)).toMatchObject([{ outcome: "UPHELD", bond_returned: bond }]);
      expect(await slashesOf(taskId)).toHaveLength(3);
      expect(await balance()).toBeGreaterThanOrEqual(before);
    },
    60_000,
  );

  it("are posted again when a reorganisation took the challenge", async () => {
    const { chain } = scene;
    const context = watch(plenty);
    const taskId = await answeredTask(protocol, protocol.network, number(65n), factors(3n, 7n));
    await looks(context, 4);
    expect(await challengesOf(taskId)).toMatchObject([{ outcome: "UPHELD" }]);
    await chain.client.setAutomine(false);
    await chain.client.request({ method: "anvil_reorg", params: [1, []] } as never);
    await chain.client.request({ method: "anvil_dropAllTransactions", params: [] } as never);
    await chain.client.setAutomine(true);
    await chain.client.mine({ blocks: 1 });
    await waitFor("its end in the rows", async () => (await challengesOf(taskId)).length === 0);
    await looks(context, 4);
    expect(await challengesOf(taskId)).toMatchObject([{ outcome: "UPHELD", bond_returned: bond }]);
    expect(await slashesOf(taskId)).toHaveLength(3);
  }, 60_000);

  it("are free again when the window passed while the account had no money for one", async () => {
    const { client, done, reward, governor } = protocol;
    const context = watch();
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
