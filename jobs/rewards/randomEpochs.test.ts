import { sql } from "kysely";
import { zeroHash } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { migrate } from "../../lib/database/migrate.ts";
import { buildRewardTree } from "../../lib/merkle/rewardTree.ts";
import { createIndexerTables, setProgress } from "../../test/support/createIndexerTables.ts";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { openSender } from "../transactions/testing/openSender.ts";
import { sumOf } from "./arithmetic.ts";
import { hashBundle } from "./bundleStore.ts";
import { calculateInStages } from "./calculateInStages.ts";
import type { RewardsContext } from "./context.ts";
import { prepareEpoch } from "./prepareEpoch.ts";
import { forgetEpochs } from "./recalculateQueries.ts";
import { readStoredEpoch } from "./storedEpochQueries.ts";
import { fillHistory } from "./testing/fillHistory.ts";
import { plainHistory } from "./testing/plainHistory.ts";
import type { PlainResult } from "./testing/plainRules.ts";
import { epochSeconds, epochs, randomHistory } from "./testing/randomHistory.ts";

/** `NEKTAR_REWARD_EPOCHS=3000` runs more of them, `NEKTAR_REWARD_SEED` those of an earlier run. */
const histories = Math.ceil(Number(process.env.NEKTAR_REWARD_EPOCHS ?? 300) / Number(epochs));
const seed = Number(process.env.NEKTAR_REWARD_SEED ?? Date.now() % 1_000_000_000);
/** No block of the chain lies in these epochs, so that nothing is searched for in it. */
const genesis = 9_000_000_000n;

let database: TestDatabase;
let chain: TestChain;
let sender: ReturnType<typeof openSender>;
let context: RewardsContext;

beforeAll(async () => {
  [database, chain] = await Promise.all([createTestDatabase(), startChain()]);
  sender = openSender({ url: database.url, rpcUrl: chain.url, name: "random epochs" });
  const { db, logger } = sender;
  await migrate(db);
  await createIndexerTables(db);
  await chain.client.mine({ blocks: 1 });
  await setProgress(db, { latest: [9_999_999_999n, 1n], finalized: [9_999_999_999n, 1n] });
  const deployment = {
    ...{ chainId: 31337, genesisHash: zeroHash, startBlock: 0, codeHashes: {} },
    epoch: { genesis: Number(genesis), lengthSeconds: Number(epochSeconds) },
    contracts: { rewardsCoordinator: `0x${"9".repeat(40)}` },
  } as unknown as Deployment;
  context = { db, chain: sender.chain, deployment, logger };
});
afterAll(async () => {
  await sender.close();
  await Promise.all([chain.stop(), database.drop()]);
});

const tables = ["operator_weight", "operator_weight_history", "delegation", "delegation_history"]
  .concat("reward_schedule", "reward_accrual", "network_parameters", "commission", "slash", "task")
  .concat("assignment", "non_signer", "reward_root", "epoch_root");

async function forget(): Promise<void> {
  await forgetEpochs(context.db, 0n);
  for (const table of tables) await sql`delete from ${sql.table(`indexer.${table}`)}`.execute(context.db);
}

/** Compares an epoch's rows with the plain rules', and adds what it paid to `paid`, by token. */
async function check(epoch: bigint, plain: PlainResult, paid: Map<string, bigint>): Promise<void> {
  const { facts, result } = await readStoredEpoch(context.db, epoch);
  const carry = Object.fromEntries(result.pots.map((pot) => [`${pot.network} ${pot.token}`, pot.carryOut]));
  for (const [key, amount] of Object.entries(plain.carry)) expect(carry[key] ?? 0n).toBe(amount);
  const cumulative = result.leaves.map((leaf) => [`${leaf.earner} ${leaf.token}`, leaf.cumulative]);
  expect(Object.fromEntries(cumulative)).toEqual(plain.cumulative);
  for (const pot of result.pots) {
    expect(pot.paid + pot.carryOut).toBe(pot.pot);
    paid.set(pot.token, (paid.get(pot.token) ?? 0n) + pot.paid);
  }
  for (const [token, amount] of paid) {
    const ofToken = result.leaves.filter((leaf) => leaf.token === token);
    expect(sumOf(ofToken, (leaf) => leaf.cumulative)).toBe(amount);
  }
  expect(facts.total).toBe(sumOf(result.leaves, (leaf) => leaf.cumulative));
  expect(facts.root).toBe(buildRewardTree(result.leaves).root);
}

describe(`random epochs through the stages (${histories} histories, NEKTAR_REWARD_SEED=${seed})`, () => {
  it("are what the plain rules say, and each pot is conserved", async () => {
    let earning = 0;
    for (let index = 0; index < histories; index++) {
      const history = randomHistory(seed + index, genesis);
      await fillHistory(context.db, history);
      const paid = new Map<string, bigint>();
      for (const [number, plain] of plainHistory(history, epochs).entries()) {
        await calculateInStages(context, BigInt(number));
        await check(BigInt(number), plain, paid);
      }
      if (paid.size > 0) earning += 1;
      await forget();
    }
    expect(earning).toBeGreaterThan(histories / 2);
  }, 3_600_000);

  it("stay as they are when a schedule is funded later", async () => {
    for (let index = 0; index < Math.min(histories, 5); index++) {
      await fillHistory(context.db, randomHistory(seed + index, genesis));
      for (let epoch = 0n; epoch < epochs; epoch++) await calculateInStages(context, epoch);
      const schedule = { amount_per_epoch: 10n ** 30n, first_epoch: 3n, epochs: 9n };
      const pot = { network: `0x1${"0".repeat(39)}`, token: `0x2${"0".repeat(39)}` } as const;
      const origin = { created_block: 99n, created_at: genesis + 3n * epochSeconds, created_tx: zeroHash };
      await context.db
        .insertInto("indexer.reward_schedule")
        .values({ id: `0x${"f".repeat(64)}`, ...pot, ...schedule, ...origin })
        .execute();
      for (const epoch of [0n, 1n, 2n]) {
        const { facts } = await readStoredEpoch(context.db, epoch);
        const again = await prepareEpoch(context.db, context.chain, context.deployment, epoch);
        expect(again.facts.root).toBe(facts.root);
        expect(await hashBundle(again.bundle())).toBe(facts.bundle_hash);
      }
      await forget();
    }
  }, 60_000);
});
