import { keccak256 } from "viem";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { openWorkedExample } from "../rewards/testing/openWorkedExample.ts";
import { names } from "../rewards/testing/workedExample.ts";
import { claim } from "./claim.ts";

let chain: TestChain;
let world: Awaited<ReturnType<typeof openWorkedExample>>;

beforeAll(async () => {
  chain = await startChain();
  world = await openWorkedExample(chain);
  await world.publish();
  vi.stubEnv("CLAIM_PRIVATE_KEY", keccak256("0x01"));
  vi.stubEnv("RPC_URL", chain.url);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await world.close();
  await chain.stop();
});

const claimOf = (epoch: bigint) => {
  const { db, deployment, calculating } = world;
  const options = { epoch, token: names.token, earner: names.delegator1 };
  return claim({ db, deployment, chain: calculating.chain }, options);
};
const calculated = () => world.db.updateTable("nektar.reward_epoch").where("epoch", "=", 0n);
const indexed = () => world.db.updateTable("indexer.reward_root").where("epoch", "=", 0n);
/** The key is not the earner's: whatever reaches the contract is refused there. */
const refusedByContract = { reason: expect.stringMatching(/^NotClaimer/) };

describe("a claim from the command line", () => {
  it("reaches the contract while the root is as it should be, checked by the chain or not yet, seen by the indexer or not", async () => {
    await expect(claimOf(0n)).rejects.toMatchObject(refusedByContract);
    await calculated().set({ chain_check: "equal" }).execute();
    await expect(claimOf(0n)).rejects.toMatchObject(refusedByContract);
    const [standing] = await world.db.deleteFrom("indexer.epoch_root").returningAll().execute();
    await expect(claimOf(0n)).rejects.toMatchObject(refusedByContract);
    if (standing) await world.db.insertInto("indexer.epoch_root").values(standing).execute();
  });

  it("is refused when the chain's logs give another root, with the line that differs", async () => {
    await calculated().set({ chain_check: "pots: nothing here, 1 there" }).execute();
    await expect(claimOf(0n)).rejects.toMatchObject({
      code: "PROOFS_WITHHELD",
      message: expect.stringMatching(
        /epoch 0 is not what the chain's logs give. pots: nothing here, 1 there$/,
      ),
    });
    await calculated().set({ chain_check: null }).execute();
  });

  it("is refused when the root's blocks are no more", async () => {
    await calculated().set({ state: "reorganised" }).execute();
    await expect(claimOf(0n)).rejects.toMatchObject({
      code: "PROOFS_WITHHELD",
      message: expect.stringContaining("blocks that are no more"),
    });
    await calculated().set({ state: "submitted" }).execute();
  });

  it("is refused when another root stands on chain, and for an epoch that was not calculated", async () => {
    const { root } = await world.rootOf();
    await indexed()
      .set({ root: keccak256("0x02") })
      .execute();
    await expect(claimOf(0n)).rejects.toMatchObject({ code: "PROOFS_WITHHELD" });
    await indexed().set({ root }).execute();
    await expect(claimOf(0n)).rejects.toMatchObject(refusedByContract);
    await expect(claimOf(9n)).rejects.toMatchObject({ code: "PROOFS_WITHHELD" });
  });
});
