import { type Hex, zeroHash } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTask, tasksOf } from "../../indexer/testing/actions.ts";
import { answeredTask, factors, number } from "../../indexer/testing/challengeScenario.ts";
import { challenge, equivocation, proveEquivocation } from "../../indexer/testing/slashActions.ts";
import { assetOf, foretell, holdAgainstSlash, type Offence } from "./testing/holdAgainstSlash.ts";
import { text } from "./testing/holdLosses.ts";
import { moreStake, openSlashScene, type SlashScene, slashBps, takeAll } from "./testing/openSlashScene.ts";

const one = 10n ** 18n;
const perBps = 10n ** 14n;
const { wrongResponseSlashBps, equivocationSlashBps } = slashBps;

let scene: SlashScene;
beforeAll(async () => {
  scene = await openSlashScene();
}, 120_000);
afterAll(() => scene?.close());

async function equivocating(network: Hex, index: number, bps = equivocationSlashBps): Promise<Offence> {
  const { operators, requester, done } = scene.protocol;
  const [taskId = zeroHash] = await tasksOf(
    scene.protocol,
    await createTask(scene.protocol, requester, "0x0e", network),
  );
  const proof = await equivocation(scene.protocol, taskId, index);
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
