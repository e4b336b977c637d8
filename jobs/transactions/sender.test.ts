import { once as onceEvent } from "node:events";
import { fileURLToPath } from "node:url";
import { parseEther, zeroHash } from "viem";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { RevertedError } from "../../lib/chain/revert.ts";
import { createDatabase } from "../../lib/database/createDatabase.ts";
import { migrate } from "../../lib/database/migrate.ts";
import { startProcess } from "../../test/support/childProcess.ts";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import type { CrashPoint } from "./crashPoint.ts";
import type { Sender, SenderSettings } from "./Sender.ts";
import { sendIntent } from "./sendIntent.ts";
import { counter, counterCode, once, onceCode, openSender } from "./testing/openSender.ts";
import { watchIntents as watchNow } from "./watchIntents.ts";

let database: TestDatabase;
let chain: TestChain;
let names = 0;

beforeAll(async () => {
  [database, chain] = await Promise.all([createTestDatabase(), startChain()]);
  const db = createDatabase({ connectionString: database.url, applicationName: "test" });
  await migrate(db);
  await db.destroy();
});
afterAll(async () => {
  await Promise.all([chain.stop(), database.drop()]);
});

/** A funded account, and contracts that remember nothing of other tests. */
async function newSender(settings: Partial<SenderSettings> = {}) {
  const name = `sender ${++names}`;
  const sender = openSender({ url: database.url, rpcUrl: chain.url, name, ...settings });
  const { address } = sender.account;
  await chain.client.setBalance({ address, value: parseEther("100") });
  await chain.client.setCode({ address: counter, bytecode: counterCode });
  await chain.client.setCode({ address: once, bytecode: onceCode });
  for (const contract of [counter, once])
    await chain.client.setStorageAt({ address: contract, index: 0, value: zeroHash });
  onTestFinished(async () => {
    await sender.db.deleteFrom("nektar.transaction_attempt").execute();
    await sender.db.deleteFrom("nektar.transaction").execute();
    await sender.close();
  });
  const rows = () => sender.db.selectFrom("nektar.transaction").selectAll().orderBy("nonce").execute();
  const states = async () => (await rows()).map((row) => row.state);
  return {
    ...sender,
    name,
    rows,
    states,
    intent: { purpose: `count:${name}`, to: counter, data: "0x" as const },
  };
}

/** A chain that mines each transaction at once still answers before it has done so. */
async function mined(): Promise<void> {
  if (!(await chain.client.getAutomine())) return;
  await waitFor("an empty pool", async () => (await chain.client.getTxpoolStatus()).pending === 0);
}

async function watchIntents(sender: Sender): Promise<void> {
  await mined();
  await watchNow(sender);
}

async function effects(address = counter): Promise<bigint> {
  await mined();
  return BigInt((await chain.client.getStorageAt({ address, slot: zeroHash })) ?? "0x0");
}

/** Transactions stay in the pool until a block is asked for. */
async function withoutMining(body: () => Promise<void>): Promise<void> {
  await chain.client.setAutomine(false);
  try {
    await body();
  } finally {
    await chain.client.setAutomine(true);
  }
}

describe("the sender", () => {
  it("writes, sends and follows a transaction until its block is final", async () => {
    const sender = await newSender();
    expect(await sendIntent(sender, sender.intent)).toBe("sent");
    await watchIntents(sender);
    expect(await sender.states()).toEqual(["mined"]);
    await chain.client.mine({ blocks: 5 });
    await watchIntents(sender);
    expect(await sender.states()).toEqual(["final"]);
    expect(await sendIntent(sender, sender.intent)).toBe("final");
    expect(await effects()).toBe(1n);
  });

  it("has one effect when five do the same at once", async () => {
    const sender = await newSender();
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => sendIntent(sender, sender.intent)));
    expect(outcomes.filter((outcome) => outcome === "sent")).toHaveLength(1);
    await Promise.all([1, 2, 3, 4, 5].map(() => watchIntents(sender)));
    expect(await effects()).toBe(1n);
  });

  it("gives nonces without gaps or doubles to many purposes at once", async () => {
    const sender = await newSender();
    await withoutMining(async () => {
      const purposes = Array.from({ length: 20 }, (_, index) => `count:${index}`);
      await Promise.all(purposes.map((purpose) => sendIntent(sender, { ...sender.intent, purpose })));
      await chain.client.mine({ blocks: 1 });
    });
    expect((await sender.rows()).map((row) => row.nonce)).toEqual(
      Array.from({ length: 20 }, (_, index) => index),
    );
    expect(await effects()).toBe(20n);
  });

  it("writes nothing when the contract would refuse", async () => {
    const sender = await newSender();
    const intent = { ...sender.intent, to: once };
    await sendIntent(sender, { ...intent, purpose: "first" });
    await mined();
    await expect(sendIntent(sender, { ...intent, purpose: "second" })).rejects.toThrow(RevertedError);
    expect(await sender.rows()).toHaveLength(1);
  });

  it("marks a transaction that reverted after all, and lets its purpose be tried again later", async () => {
    const sender = await newSender();
    await withoutMining(async () => {
      await sendIntent(sender, { ...sender.intent, to: once });
      const [account = counter] = await chain.client.getAddresses();
      const rush = { maxFeePerGas: 10n ** 12n, maxPriorityFeePerGas: 10n ** 11n };
      await chain.client.sendTransaction({ account, to: once, gas: 100_000n, chain: null, ...rush });
      await chain.client.mine({ blocks: 1 });
    });
    await watchIntents(sender);
    expect(await sender.rows()).toMatchObject([{ state: "failed", failures: 1, error: "UNKNOWN" }]);
    expect(await sendIntent(sender, sender.intent)).toBe("backing off");
    await sender.db
      .updateTable("nektar.transaction")
      .set({ updated_at: new Date(0) })
      .execute();
    expect(await sendIntent(sender, sender.intent)).toBe("sent");
    await watchIntents(sender);
    expect(await sender.rows()).toMatchObject([{ state: "mined", nonce: 1, failures: 1 }]);
    expect(await effects()).toBe(1n);
  });

  it("sends again what the node lost", async () => {
    const sender = await newSender();
    await withoutMining(async () => {
      await sendIntent(sender, sender.intent);
      await chain.client.dropTransaction({ hash: (await sender.rows())[0]?.hash ?? zeroHash });
      await watchIntents(sender);
      await chain.client.mine({ blocks: 1 });
    });
    expect(await effects()).toBe(1n);
  });

  it("replaces a stuck transaction by one with a higher fee and follows whichever is mined", async () => {
    const sender = await newSender({ replaceAfterMs: 1 });
    await withoutMining(async () => {
      await sendIntent(sender, sender.intent);
      const [first] = await sender.rows();
      await new Promise((resolve) => setTimeout(resolve, 5));
      await watchIntents(sender);
      const [second] = await sender.rows();
      expect(second?.hash).not.toBe(first?.hash);
      expect(second?.nonce).toBe(first?.nonce);
      // A miner that took the first version.
      await chain.client.dropTransaction({ hash: second?.hash ?? zeroHash });
      await chain.client.sendRawTransaction({ serializedTransaction: first?.raw ?? "0x" });
      await chain.client.mine({ blocks: 1 });
    });
    await watchIntents(sender);
    expect(await sender.states()).toEqual(["mined"]);
    expect(await effects()).toBe(1n);
  });

  it("sends the same transaction again when a reorganisation took it out", async () => {
    const sender = await newSender();
    await sendIntent(sender, sender.intent);
    await watchIntents(sender);
    const [mined] = await sender.rows();
    await withoutMining(async () => {
      await chain.client.request({ method: "anvil_reorg", params: [1, []] } as never);
      expect(await effects()).toBe(0n);
      await watchIntents(sender);
      expect(await sender.rows()).toMatchObject([
        { state: "pending", hash: mined?.hash, nonce: mined?.nonce },
      ]);
      await chain.client.mine({ blocks: 1 });
    });
    await watchIntents(sender);
    expect(await sender.states()).toEqual(["mined"]);
    expect(await effects()).toBe(1n);
  });

  it("gives a purpose another nonce when a foreign transaction took its own for good", async () => {
    const sender = await newSender();
    await withoutMining(async () => {
      await sendIntent(sender, sender.intent);
      const [ours] = await sender.rows();
      await chain.client.dropTransaction({ hash: ours?.hash ?? zeroHash });
      const foreign = {
        type: "eip1559",
        chainId: 31337,
        nonce: ours?.nonce ?? 0,
        to: once,
        gas: 100_000n,
      } as const;
      const fees = { maxFeePerGas: 10n ** 10n, maxPriorityFeePerGas: 10n ** 9n };
      const raw = await sender.account.signTransaction({ ...foreign, ...fees });
      await chain.client.sendRawTransaction({ serializedTransaction: raw });
      await chain.client.mine({ blocks: 1 });
    });
    await watchIntents(sender);
    expect(await sender.states()).toEqual(["pending"]);
    await chain.client.mine({ blocks: 6 });
    await watchIntents(sender);
    expect(await sender.rows()).toMatchObject([{ state: "failed", error: "NONCE_TAKEN" }]);
    await sender.db
      .updateTable("nektar.transaction")
      .set({ updated_at: new Date(0) })
      .execute();
    expect(await sendIntent(sender, sender.intent)).toBe("sent");
    expect(await effects()).toBe(1n);
  });

  it("fills a gap in the nonces that a restored chain left", async () => {
    const sender = await newSender();
    await sendIntent(sender, { ...sender.intent, purpose: "lost" });
    await chain.client.mine({ blocks: 6 });
    await watchIntents(sender);
    expect(await sender.states()).toEqual(["final"]);
    await withoutMining(async () => {
      await sendIntent(sender, sender.intent);
      await chain.client.dropTransaction({ hash: (await sender.rows())[1]?.hash ?? zeroHash });
      await chain.client.setNonce({ address: sender.account.address, nonce: 0 });
      await watchIntents(sender);
      await chain.client.mine({ blocks: 1 });
    });
    await watchIntents(sender);
    const ours = (await sender.rows()).filter((row) => row.purpose === sender.intent.purpose);
    expect(ours).toMatchObject([{ state: "mined", nonce: 1 }]);
    expect(await effects()).toBe(2n);
  });

  it("keeps what it cannot pay for, and sends it when there is money", async () => {
    const sender = await newSender();
    await withoutMining(async () => {
      await sendIntent(sender, sender.intent);
      await chain.client.dropTransaction({ hash: (await sender.rows())[0]?.hash ?? zeroHash });
      await chain.client.setBalance({ address: sender.account.address, value: 0n });
      await watchIntents(sender);
      expect(await sender.states()).toEqual(["pending"]);
      await chain.client.setBalance({ address: sender.account.address, value: parseEther("1") });
      await watchIntents(sender);
      await chain.client.mine({ blocks: 1 });
    });
    expect(await effects()).toBe(1n);
  });
});

describe("a process killed between two statements", () => {
  const points: [CrashPoint, number][] = [
    ["transaction.simulated", 0],
    ["transaction.signed", 0],
    ["transaction.written", 1],
    ["transaction.broadcast", 1],
    ["transaction.mined", 1],
  ];

  it.each(points)("at %s leaves %i intents, and one effect after the next start", async (point, intents) => {
    const sender = await newSender();
    await killedAt(point, sender.name);
    expect(await sender.rows()).toHaveLength(intents);
    await sendIntent(sender, sender.intent);
    await watchIntents(sender);
    await chain.client.mine({ blocks: 5 });
    await watchIntents(sender);
    expect(await sender.states()).toEqual(["final"]);
    expect(await effects()).toBe(1n);
  });

  it("at transaction.replaced keeps both versions, and has one effect", async () => {
    const sender = await newSender({ replaceAfterMs: 60_000 });
    await withoutMining(async () => {
      await killedAt("transaction.replaced", sender.name, 1);
      await watchIntents(sender);
      await chain.client.mine({ blocks: 1 });
    });
    await watchIntents(sender);
    expect(await sender.states()).toEqual(["mined"]);
    expect(await sender.db.selectFrom("nektar.transaction_attempt").select("hash").execute()).toHaveLength(2);
    expect(await effects()).toBe(1n);
  });

  async function killedAt(point: CrashPoint, name: string, replaceAfterMs = 60_000): Promise<void> {
    const script = fileURLToPath(new URL("./testing/sendAndWatch.ts", import.meta.url));
    const { child, output } = startProcess(process.execPath, ["--import", "tsx", script], {
      env: {
        ...process.env,
        NEKTAR_TEST_CRASH_AT: point,
        TEST_DATABASE: database.url,
        TEST_RPC: chain.url,
        TEST_NAME: name,
        TEST_REPLACE_AFTER_MS: String(replaceAfterMs),
      },
    });
    await onceEvent(child, "exit");
    expect(child.signalCode, output()).toBe("SIGKILL");
  }
});
