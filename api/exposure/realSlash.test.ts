import { type Hex, zeroHash } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  completeWithdrawal,
  createTask,
  delegate,
  queueWithdrawal,
  tasksOf,
} from "../../indexer/testing/actions.ts";
import { answeredTask, factors, number } from "../../indexer/testing/challengeScenario.ts";
import { challenge, equivocation, proveEquivocation } from "../../indexer/testing/slashActions.ts";
import {
  assetOf,
  foretell,
  holdAgainstSlash,
  holdSlashesOfBlock,
  type Offence,
} from "./testing/holdAgainstSlash.ts";
import { text } from "./testing/holdLosses.ts";
import { moreStake, openSlashScene, type SlashScene, slashBps, takeAll } from "./testing/openSlashScene.ts";
import { withdrawalsOf } from "./testing/withdrawable.ts";

const one = 10n ** 18n;
const perBps = 10n ** 14n;
const { wrongResponseSlashBps, equivocationSlashBps } = slashBps;

let scene: SlashScene;
beforeAll(async () => {
  scene = await openSlashScene();
}, 120_000);
afterAll(() => scene?.close());

/** Two responses of an operator to a new task. */
async function proofOnNewTask(network: Hex, index: number) {
  const created = await createTask(scene.protocol, scene.protocol.requester, "0x0e", network);
  const [taskId = zeroHash] = await tasksOf(scene.protocol, created);
  return equivocation(scene.protocol, taskId, index);
}

async function equivocating(network: Hex, index: number, bps = equivocationSlashBps): Promise<Offence> {
  const { operators, requester, done } = scene.protocol;
  const proof = await proofOnNewTask(network, index);
  const slash = () => done(proveEquivocation(scene.protocol, requester, proof));
  return { network, operator: operators[index] ?? "0x", fraction: BigInt(bps) * perBps, slash };
}

async function wronglyResponding(index: number): Promise<Offence> {
  const { network, operators, delegators, done } = scene.protocol;
  const operator = operators[index] ?? "0x";
  const taskId = await answeredTask(scene.protocol, network, number(15n), factors(3n, 7n));
  const slash = () => done(challenge(scene.protocol, delegators[0], taskId, [operator]));
  return { network, operator, fraction: BigInt(wrongResponseSlashBps) * perBps, slash };
}

describe("simulateSlash and exposure foretell to the unit what the contracts take, and losses what delegators can withdraw less", () => {
  it("for a wrong response, with shares in the queue and a fall of the magnitude that waits", async () => {
    const { taken } = await holdAgainstSlash(scene, await wronglyResponding(0));
    expect(taken.map(({ queuedSlashed }) => queuedSlashed > 0n).sort()).toEqual([false, true]);
  }, 60_000);

  it("for an equivocation in a pool that was slashed before and received deposits since", async () => {
    await moreStake(scene.protocol, scene.second, 0);
    const { taken } = await holdAgainstSlash(scene, await equivocating(scene.protocol.network, 0));
    for (const { assetsPerShareBefore } of taken) expect(assetsPerShareBefore).toBeLessThan(one);
  }, 60_000);

  it("for another network of the same pool", async () => {
    const { taken } = await holdAgainstSlash(scene, await equivocating(scene.protocol.priceNetwork, 0));
    expect(taken.length).toBe(1);
  }, 60_000);

  it("for two slashes of one block, with what that block does to their pools before, between and after them", async () => {
    const { protocol, second } = scene;
    const { network, operators, delegators, stakeToken } = protocol;
    const [delegator] = delegators;
    const proofs = [await proofOnNewTask(network, 0), await proofOnNewTask(network, 0)] as const;
    const pool = { operator: operators[0], asset: stakeToken };
    const [unlocked = zeroHash] = await withdrawalsOf(protocol, pool, delegator);
    const hashes: Hex[] = [];
    await protocol.inOneBlock(async () => {
      const deposit = (assets: bigint, asset: Hex) =>
        delegate(protocol, delegator, operators[0], assets, asset);
      const queue = (shares: bigint, asset: Hex) =>
        queueWithdrawal(protocol, delegator, operators[0], shares, asset);
      hashes.push(await deposit(3n * one + 7n, stakeToken), await queue(2n * one + 1n, second));
      hashes.push(await completeWithdrawal(protocol, delegator, unlocked));
      hashes.push(await proveEquivocation(protocol, delegator, proofs[0]));
      hashes.push(await deposit(5n * one + 1n, second), await queue(4n * one + 3n, stakeToken));
      hashes.push(await proveEquivocation(protocol, delegator, proofs[1]));
      hashes.push(await deposit(one, stakeToken), await queue(one, second));
      return hashes;
    });
    const taken = await holdSlashesOfBlock(scene, hashes);
    expect(new Set(taken.map(({ slashId }) => slashId)).size).toBe(2);
    expect(taken.length).toBe(4);
  }, 120_000);

  it("for a magnitude that rose and one that is to fall to nothing", async () => {
    const { taken } = await holdAgainstSlash(scene, await equivocating(scene.protocol.network, 1));
    expect(taken.some(({ nextMagnitudeAfter }) => nextMagnitudeAfter === 0n)).toBe(true);
  }, 60_000);

  it("for a pool that nobody deposited into", async () => {
    const { taken } = await holdAgainstSlash(scene, await equivocating(scene.protocol.network, 2));
    expect(taken.map(({ totalShares }) => totalShares > 0n).sort()).toEqual([false, true]);
  }, 60_000);

  it("for all that the network may take: the exposure, of which nothing is left", async () => {
    const { network } = scene.protocol;
    await takeAll(scene.protocol, network);
    const offence = await equivocating(network, 0, 10_000);
    const { told, taken } = await holdAgainstSlash(scene, offence);
    for (const { asset, activeSlashed, queuedSlashed } of taken)
      expect(told.exposure.find((line) => assetOf(line) === asset)).toMatchObject(
        text({ active: activeSlashed, queued: queuedSlashed, slashable: activeSlashed + queuedSlashed }),
      );
    expect(await foretell(scene, offence)).toEqual({ exposure: [], simulateSlash: [] });
  }, 60_000);
});
