import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setProgress } from "../../test/support/createIndexerTables.ts";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import { openSender } from "../transactions/testing/openSender.ts";
import { sumOf } from "./arithmetic.ts";
import { calculateInStages } from "./calculateInStages.ts";
import { settleRoot } from "./settleRoot.ts";
import { readStoredEpoch } from "./storedEpochQueries.ts";
import { fillRandomStake } from "./testing/fillRandomStake.ts";
import { openClaims } from "./testing/openClaims.ts";

const [epochLengthSeconds, activationDelaySeconds] = [100, 1_000];
/** The schedules pay epochs 1 to 3. */
const [first, last] = [1n, 3n];
const seed = 20_261;

let database: TestDatabase;
let chain: TestChain;
let sender: ReturnType<typeof openSender>;
let claims: Awaited<ReturnType<typeof openClaims>>;
/** By token, what all schedules brought in, in its smallest unit. */
const funded = new Map<string, bigint>();

beforeAll(async () => {
  [database, chain] = await Promise.all([createTestDatabase(), startChain()]);
  sender = openSender({ url: database.url, rpcUrl: chain.url, name: "root submitter" });
  claims = await openClaims(chain, sender, { epochLengthSeconds, activationDelaySeconds });
  const { networks, tokens, stakeToken: asset, deployment } = claims;
  const genesis = BigInt(deployment.epoch.genesis);
  const seconds = Number(last + 1n) * epochLengthSeconds;
  await fillRandomStake(sender.db, { networks, asset, genesis, seconds, seed });
  for (const [row, network] of networks.entries())
    for (const [column, token] of tokens.entries()) {
      const amount = 10n ** 18n + BigInt(7 * row + 3 * column + 1);
      const paid = await claims.fund({
        network,
        token,
        amount,
        firstEpoch: first,
        epochs: last - first + 1n,
      });
      funded.set(token, (funded.get(token) ?? 0n) + paid);
    }

  await chain.client.mine({ blocks: 60, interval: 10 });
  const { number } = await chain.client.getBlock();
  const end: [bigint, bigint] = [genesis + BigInt(seconds), number];
  await setProgress(sender.db, { latest: end, finalized: end });
  const context = { db: sender.db, deployment, sender, chain: sender.chain, logger: sender.logger };
  for (let epoch = 0n; epoch <= last; epoch++) {
    await calculateInStages(context, epoch);
    await settleRoot(context, epoch);
    await waitFor("the root", async () => (await claims.rootOf(epoch)).activatesAt > 0n);
  }
});
afterAll(async () => {
  await sender.close();
  await Promise.all([chain.stop(), database.drop()]);
});

describe(`claims of every earner of an epoch of random stake (seed ${seed})`, () => {
  it("are refused until the root is active", async () => {
    const all = await claims.claimsOf(first);
    for (const claim of all) expect(await claims.refusal(claim)).toMatch(/^RootNotActive/);
    await chain.client.increaseTime({ seconds: activationDelaySeconds + 1 });
    await chain.client.mine({ blocks: 1 });
    expect(new Set(all.map(({ earner }) => earner)).size).toBeGreaterThanOrEqual(20);
    expect(new Set(all.map(({ token }) => token))).toEqual(new Set(claims.tokens));
  });

  it("are refused for another amount, by another's proof, leaf, epoch or account", async () => {
    const all = await claims.claimsOf(first);
    for (const [index, claim] of all.entries()) {
      // An earner has a leaf for each token at most: so many on, it is another earner's.
      const other = all[(index + claims.tokens.length) % all.length] ?? claim;
      for (const wrong of [
        { ...claim, cumulative: claim.cumulative + 1n },
        { ...claim, cumulative: claim.cumulative - 1n },
        { ...claim, proof: other.proof },
        { ...claim, proof: [] },
        { ...other, earner: claim.earner },
        { ...claim, epoch: last },
      ])
        expect(await claims.refusal(wrong)).toMatch(/^InvalidProof/);
      expect(await claims.refusal(claim, other.earner)).toMatch(/^NotClaimer/);
      expect(await claims.refusal(claim)).toBeUndefined();
    }
  });

  it("pay each exactly its cumulative amount by its stored proof, and the root's total in all", async () => {
    const all = await claims.claimsOf(first);
    let paid = 0n;
    for (const claim of all) {
      const grown = await claims.pay(claim);
      expect(grown).toBe(claim.cumulative);
      expect(await claims.balanceOf(claim.token, claim.earner)).toBe(claim.cumulative);
      paid += grown;
    }
    expect(paid).toBe((await claims.rootOf(first)).total);
  });

  it("pay nothing a second time", async () => {
    for (const claim of await claims.claimsOf(first))
      expect(await claims.refusal(claim)).toMatch(/^NothingToClaim/);
  });

  it("pay by a later root all that was earned since, though the epoch between was left out", async () => {
    const all = await claims.claimsOf(last);
    for (const claim of all) {
      const before = await claims.balanceOf(claim.token, claim.earner);
      expect(await claims.pay(claim)).toBe(claim.cumulative - before);
      expect(await claims.balanceOf(claim.token, claim.earner)).toBe(claim.cumulative);
    }
    expect(sumOf(all, ({ cumulative }) => cumulative)).toBe((await claims.rootOf(last)).total);
    for (const claim of all) expect(await claims.refusal(claim)).toMatch(/^NothingToClaim/);
    // The epoch between gives nothing any more either: its totals are no more than what was paid.
    for (const claim of await claims.claimsOf(last - 1n))
      expect(await claims.refusal(claim)).toMatch(/^NothingToClaim/);
  });

  it("leave in the contract what the pots carry on, and nothing else", async () => {
    const { result } = await readStoredEpoch(sender.db, last);
    for (const token of claims.tokens) {
      const carried = sumOf(
        result.pots.filter((pot) => pot.token === token),
        (pot) => pot.carryOut,
      );
      const paid = sumOf(
        result.leaves.filter((leaf) => leaf.token === token),
        ({ cumulative }) => cumulative,
      );
      expect(paid + carried).toBe(funded.get(token));
      expect(await claims.balanceOf(token, claims.coordinator.address)).toBe(carried);
      expect(await claims.fundsOf(token)).toBe(carried);
    }
  });
});
