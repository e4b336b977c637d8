import { encodeFunctionData, type Hex } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../../test/support/waitFor.ts";
import { watchIntents } from "../transactions/watchIntents.ts";
import { findEquivocations, findEvidence, listUnsettled, type Offence } from "./queries.ts";
import { settleOffence } from "./settleOffence.ts";
import { openRival } from "./testing/openRival.ts";
import { openScene, type Scene } from "./testing/openScene.ts";

let scene: Scene;
let us: string;
beforeAll(async () => {
  scene = await openScene();
  us = scene.sender.account.address.toLowerCase();
}, 120_000);
afterAll(() => scene?.close());

const rowOf = (offence: Offence) => findEvidence(scene.sender.db, offence);
const looks = async (count: number) => {
  for (let look = 0; look < count; look++) await scene.look();
};

/** Replaces the last blocks by as many others, of which the first has the given transactions; the pool keeps none of the old. */
async function reorganise(depth: bigint, transactions: readonly object[] = []): Promise<void> {
  const { client } = scene.chain;
  await client.setAutomine(false);
  const pairs = transactions.map((transaction) => [transaction, 0]);
  await client.request({ method: "anvil_reorg", params: [Number(depth), pairs] } as never);
  await client.request({ method: "anvil_dropAllTransactions", params: [] } as never);
  await client.setAutomine(true);
}

/** How many blocks from a transaction's own to the newest. */
async function depthOf(hash: Hex): Promise<bigint> {
  const { client } = scene.chain;
  const { blockNumber } = await client.getTransactionReceipt({ hash });
  return (await client.getBlockNumber()) - blockNumber + 1n;
}

describe("a reorganisation above finality", () => {
  it("that takes slash and commitment: both are sent again, and there is one slash and one reporter's share", async () => {
    const { stake, reporter } = scene.protocol;
    const balance = () =>
      scene.chain.client.readContract({
        ...stake,
        functionName: "balanceOf",
        args: [scene.sender.account.address],
      });
    const before = await balance();
    const offence = await scene.offend(0);
    await looks(3);
    expect(await rowOf(offence)).toMatchObject({ state: "slashed", reporter: us });
    const share = (await balance()) - before;
    expect(share).toBeGreaterThan(0n);

    const [slash] = await scene.slashesOf(offence);
    await reorganise((await depthOf(slash?.transactionHash ?? "0x")) + 1n);
    expect(await scene.slashesOf(offence)).toEqual([]);
    expect(await balance()).toBe(before);
    await looks(6);
    expect(await rowOf(offence)).toMatchObject({ state: "slashed", reporter: us });
    expect(await scene.slashesOf(offence)).toHaveLength(1);
    expect((await balance()) - before).toBe(share);
    expect(reporter).not.toBe(us);

    await scene.chain.client.mine({ blocks: 6 });
    await looks(1);
    expect(await rowOf(offence)).toMatchObject({ state: "final", reporter: us });
  }, 60_000);

  it("that takes the task: nothing is lost and nothing slashed; when the task is back, its evidence is used", async () => {
    const { client, taskManager, requester, network } = scene.protocol;
    const offence = await scene.offend(1);
    const { db } = scene.sender;
    const task = await db
      .selectFrom("indexer.task")
      .selectAll()
      .where("id", "=", offence.taskId)
      .executeTakeFirstOrThrow();
    await looks(3);
    const { bundle } = (await rowOf(offence)) ?? {};
    await reorganise(await depthOf(task.created_tx));
    expect(
      (await client.readContract({ ...taskManager, functionName: "taskOf", args: [task.id] })).network,
    ).toMatch(/^0x0+$/);

    await looks(2); // the indexer has not noticed yet
    await db.deleteFrom("indexer.task").where("id", "=", task.id).execute();
    await looks(2);
    expect(await scene.slashesOf(offence)).toEqual([]);
    expect((await rowOf(offence))?.bundle).toBe(bundle);
    expect((await rowOf(offence))?.state).not.toMatch(/final|refused/);

    // The same transaction at the same height makes the same task.
    const args = [network, task.payload] as const;
    const data = encodeFunctionData({ abi: taskManager.abi, functionName: "createTask", args });
    const head = await client.getBlockNumber();
    await reorganise(head - task.created_block + 1n, [{ from: requester, to: taskManager.address, data }]);
    await db.insertInto("indexer.task").values(task).execute();
    // Our proof was mined while there was no task, and reverted: a failed intent waits some seconds.
    await waitFor("the slash", async () => {
      await looks(1);
      return (await rowOf(offence))?.state === "slashed";
    });
    expect(await rowOf(offence)).toMatchObject({ reporter: us, bundle });
    expect(await scene.slashesOf(offence)).toHaveLength(1);
  }, 60_000);
});

describe("two reporters at once", () => {
  it("make one slash, paid to the one whose proof was first; both note whose it is", async () => {
    const offence = await scene.offend(2);
    const rival = await openRival(scene);
    const { client } = scene.chain;
    try {
      for (let round = 0; round < 4; round++) {
        await client.setAutomine(false);
        await Promise.all([rival.send(), send()]);
        await client.mine({ blocks: 1 });
        await client.setAutomine(true);
        await Promise.all([rival.watch(), watchIntents(scene.sender)]);
      }
      const slashes = await scene.slashesOf(offence);
      expect(slashes).toHaveLength(1);
      const reporter = slashes[0]?.args.reporter.toLowerCase();
      expect([us, rival.sender.account.address.toLowerCase()]).toContain(reporter);
      for (const { db } of [scene.sender, rival.sender])
        expect(await findEvidence(db, offence)).toMatchObject({ state: "slashed", reporter });
      const proofs = await Promise.all(
        [scene.sender, rival.sender].map(({ db }) =>
          db
            .selectFrom("nektar.transaction")
            .select("state")
            .where("purpose", "=", `equivocation:${offence.taskId}:${offence.operator}`)
            .execute(),
        ),
      );
      // The slower one's reverted, or was not even sent.
      expect(proofs.flat().filter(({ state }) => state !== "failed")).toHaveLength(1);
    } finally {
      await rival.close();
    }
  }, 60_000);

  async function send(): Promise<void> {
    await findEquivocations(scene.sender.db);
    for (const each of await listUnsettled(scene.sender.db)) await settleOffence(scene.context, each);
  }
});

describe("evidence that the contract does not take", () => {
  it("waits while slashing is paused, and is used afterwards", async () => {
    const { client, done, accessManager, guardian, governor } = scene.protocol;
    const slashing = [4] as const;
    const offence = await scene.offend(0);
    await done(
      client.writeContract({ ...accessManager, account: guardian, functionName: "pause", args: slashing }),
    );
    await looks(3);
    expect(await scene.slashesOf(offence)).toEqual([]);
    expect((await rowOf(offence))?.state).toBe("known");
    await done(
      client.writeContract({ ...accessManager, account: governor, functionName: "resume", args: slashing }),
    );
    await looks(3);
    expect(await rowOf(offence)).toMatchObject({ state: "slashed", reporter: us });
  }, 60_000);

  it("for ever is refused with the contract's error once a final block says so too, and not looked at again", async () => {
    const { client, done, networkRegistry, operators, network, passTime } = scene.protocol;
    const offence = await scene.offend(1);
    const args = [network] as const;
    await done(
      client.writeContract({ ...networkRegistry, account: operators[1], functionName: "optOut", args }),
    );
    const until = await client.readContract({
      ...networkRegistry,
      functionName: "slashableUntil",
      args: [network, operators[1]],
    });
    const { timestamp } = await client.getBlock();
    await passTime(Number(until - timestamp) + 1);
    await looks(1);
    expect((await rowOf(offence))?.state).toBe("known"); // a reorganisation may still bring the operator back
    await client.mine({ blocks: 6 });
    await looks(1);
    const row = await rowOf(offence);
    expect(row).toMatchObject({ state: "refused", slash_id: null, reporter: null });
    expect(row?.reason).toMatch(/^NoLongerSlashable\(/);
    expect(row?.bundle).toBeTruthy(); // the proof is kept
    expect(await listUnsettled(scene.sender.db)).not.toContainEqual(offence);
    expect(await scene.slashesOf(offence)).toEqual([]);
  }, 60_000);
});
