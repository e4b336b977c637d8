import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseBundle } from "../../lib/evidence/bundle.ts";
import { startProcess } from "../../test/support/childProcess.ts";
import type { CrashPoint } from "../transactions/crashPoint.ts";
import { watchIntents } from "../transactions/watchIntents.ts";
import { findEquivocations, findEvidence, listUnsettled, type Offence } from "./queries.ts";
import { settleOffence } from "./settleOffence.ts";
import { openScene, type Scene } from "./testing/openScene.ts";

const five = [1, 2, 3, 4, 5];
let scene: Scene;
let offend: Scene["offend"];
let look: Scene["look"];
let slashesOf: Scene["slashesOf"];
let mined: Scene["mined"];
let chain: Scene["chain"];
let sender: Scene["sender"];
let protocol: Scene["protocol"];
let context: Scene["context"];

beforeAll(async () => {
  scene = await openScene();
  ({ offend, look, slashesOf, mined, chain, sender, protocol, context } = scene);
}, 120_000);
afterAll(() => scene?.close());

const stateOf = async (offence: Offence) => (await findEvidence(sender.db, offence))?.state;

describe("an equivocation that the API stored", () => {
  it("is committed to, proven in the next block and followed to finality; the event carries the bundle's hash", async () => {
    const offence = await offend(0);
    await look();
    expect(await stateOf(offence)).toBe("committed");
    await look();
    await look();
    expect(await stateOf(offence)).toBe("slashed");
    await chain.client.mine({ blocks: 6 });
    await look();
    const row = await findEvidence(sender.db, offence);
    expect(row).toMatchObject({ state: "final", reporter: sender.account.address.toLowerCase() });
    const slashes = await slashesOf(offence);
    expect(slashes).toHaveLength(1);
    expect(slashes[0]?.args).toMatchObject({ evidenceHash: row?.evidence_hash, slashId: row?.slash_id });
    expect(await listUnsettled(sender.db)).toEqual([]);
    // The reporter's share is paid since the commitment stood before.
    const { stake } = protocol;
    const args = [sender.account.address] as const;
    expect(await chain.client.readContract({ ...stake, functionName: "balanceOf", args })).toBeGreaterThan(
      0n,
    );
  });

  it("slashes once when five settle it at once, at each step", async () => {
    const offence = await offend(1);
    await findEquivocations(sender.db);
    for (let step = 0; step < 4; step++) {
      await Promise.all(five.map(() => settleOffence(context, offence)));
      await mined();
      await watchIntents(sender);
    }
    expect(await stateOf(offence)).toBe("slashed");
    expect(await slashesOf(offence)).toHaveLength(1);
  });

  it("that another reporter was faster with is recorded as punished, with that reporter", async () => {
    const offence = await offend(2);
    await look();
    const bundle = parseBundle((await findEvidence(sender.db, offence))?.bundle ?? "");
    const { client, done, reporter, slashingManager } = protocol;
    const { to, data } = bundle.slash;
    expect(to).toBe(slashingManager.address);
    await done(client.sendTransaction({ account: reporter, to, data, gas: 6_000_000n, chain: null }));
    await look();
    expect(await findEvidence(sender.db, offence)).toMatchObject({ state: "slashed", reporter });
    expect(await slashesOf(offence)).toHaveLength(1);
  });

  it("is proven again when a reorganisation took the slash of another reporter", async () => {
    const offence = await offend(2);
    await look();
    const { slash } = parseBundle((await findEvidence(sender.db, offence))?.bundle ?? "");
    const { client, done, reporter } = protocol;
    await done(client.sendTransaction({ account: reporter, ...slash, gas: 6_000_000n, chain: null }));
    await look();
    expect(await stateOf(offence)).toBe("slashed");
    await chain.client.setAutomine(false);
    await chain.client.request({ method: "anvil_reorg", params: [1, []] } as never);
    expect(await slashesOf(offence)).toEqual([]);
    for (const { hash } of await pooled()) await chain.client.dropTransaction({ hash });
    await chain.client.setAutomine(true);
    for (let step = 0; step < 3; step++) await look();
    expect(await findEvidence(sender.db, offence)).toMatchObject({
      state: "slashed",
      reporter: sender.account.address.toLowerCase(),
    });
    expect(await slashesOf(offence)).toHaveLength(1);
  });

  it("is sent again when a reorganisation took our own slash", async () => {
    const offence = await offend(0);
    for (let step = 0; step < 3; step++) await look();
    expect(await stateOf(offence)).toBe("slashed");
    await chain.client.setAutomine(false);
    await chain.client.request({ method: "anvil_reorg", params: [1, []] } as never);
    expect(await slashesOf(offence)).toEqual([]);
    await watchIntents(sender);
    await chain.client.mine({ blocks: 1 });
    await chain.client.setAutomine(true);
    for (let step = 0; step < 2; step++) await look();
    expect(await stateOf(offence)).toBe("slashed");
    expect(await slashesOf(offence)).toHaveLength(1);
  });
});

async function pooled() {
  const { pending } = await chain.client.getTxpoolContent();
  return Object.values(pending).flatMap((byNonce) => Object.values(byNonce));
}

describe("a process killed between two steps", () => {
  const points: CrashPoint[] = [
    ...(["evidence.found", "evidence.bundled", "evidence.committed", "evidence.sent"] as const),
    ...(["evidence.slashed", "transaction.written"] as const),
  ];

  it.each(points)(
    "at %s loses no evidence: the next one ends with one slash, reported by us",
    async (point) => {
      await chain.client.mine({ blocks: 6 });
      await look(); // what was before is final and not looked at again
      const offence = await offend(points.indexOf(point) % 3);
      await killedAt(point);
      for (let step = 0; step < 4; step++) await look();
      const reporter = sender.account.address.toLowerCase();
      expect(await findEvidence(sender.db, offence)).toMatchObject({ state: "slashed", reporter });
      expect(await slashesOf(offence)).toHaveLength(1);
    },
  );

  async function killedAt(point: CrashPoint): Promise<void> {
    const script = fileURLToPath(new URL("./testing/lookOnce.ts", import.meta.url));
    const { child, output } = startProcess(process.execPath, ["--import", "tsx", script], {
      env: {
        ...process.env,
        NEKTAR_TEST_CRASH_AT: point,
        TEST_DATABASE: scene.databaseUrl,
        TEST_RPC: chain.url,
        TEST_DEPLOYMENT: JSON.stringify(context.deployment),
      },
    });
    await once(child, "exit");
    expect(child.signalCode, output()).toBe("SIGKILL");
  }
});
