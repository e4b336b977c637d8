import type { Address, Hex, TransactionReceipt } from "viem";
import { expect } from "vitest";
import { holdLosses, type Loss, text } from "./holdLosses.ts";
import type { SlashScene } from "./openSlashScene.ts";
import { slashableAt, slashesIn } from "./readChain.ts";

type Pool = Record<string, string> & { asset: { address: Address } };
type Line = Pool & { losses: Loss[] };
type Foretold = { exposure: Pool[]; simulateSlash: Line[] };

/** A slash that can be done, and the part of the magnitude that it takes. */
export type Offence = {
  readonly network: Hex;
  readonly operator: Hex;
  readonly fraction: bigint;
  readonly slash: () => Promise<TransactionReceipt>;
};

async function ask<Data>(scene: SlashScene, query: string): Promise<Data> {
  const { data, errors } = await scene.api.ask(query);
  expect(errors).toEqual([]);
  return data as Data;
}

/** What the API says that the slash would do, of the newest block or one before. */
export function foretell(scene: SlashScene, { network, operator, fraction }: Offence, block?: bigint) {
  const asOf = block === undefined ? "" : `, asOf: {block: "${block}"}`;
  const of = `network: "${network}", operator: "${operator}"`;
  return ask<Foretold>(
    scene,
    `{ exposure(${of}${asOf}) { asset { address } magnitude totalMagnitude totalAssets slashable active queued }
    simulateSlash(${of}, fraction: "${fraction}"${asOf}) { asset { address }
      magnitudeSlashed magnitudeAfter totalMagnitudeAfter totalAssetsAfter activeSlashed queuedSlashed
      assetsPerShareBefore assetsPerShareAfter losses { delegator active queued } } }`,
  );
}

export const assetOf = ({ asset }: { asset: { address: Address } }) => asset.address.toLowerCase() as Address;

/**
 * Asks, slashes, and holds what the API said, before and afterwards as of the block before, against what the contracts did.
 *
 * @returns what was said, and what the contracts took of each pool.
 */
export async function holdAgainstSlash(scene: SlashScene, offence: Offence) {
  const { protocol, indexed } = scene;
  const { network, operator } = offence;
  const before = await indexed();
  const told = await foretell(scene, offence);
  const taken = slashesIn(await offence.slash(), protocol);
  const after = await indexed();
  expect(after).toBe(before + 1n);
  expect(await foretell(scene, offence, before), "asked later as of the block before").toEqual(told);

  expect(told.simulateSlash.map(assetOf)).toEqual(taken.map(({ asset }) => asset));
  expect(told.exposure.map(assetOf).sort()).toEqual(taken.map(({ asset }) => asset));
  const { slash: slashed } = await ask<{ slash: { assets: Line[] } }>(
    scene,
    `{ slash(slashId: "${taken[0]?.slashId}") { assets { asset { address } losses { delegator active queued } } } }`,
  );
  for (const event of taken) {
    const of = (lines: readonly Pool[]) => lines.find((line) => assetOf(line) === event.asset);
    const { asset, losses, ...line } = of(told.simulateSlash) as Line;
    const { slashId, operator: _, network: __, nextMagnitudeAfter, fraction, totalShares, ...rest } = event;
    const { asset: ___, totalAssets: totalAssetsAfter, ...amounts } = rest;
    expect(line, "simulateSlash").toEqual(text({ ...amounts, totalAssetsAfter }));

    const pool = { operator, asset: event.asset };
    const exposed = of(told.exposure) as Line;
    expect(exposed, "exposure").toMatchObject(text(await slashableAt(protocol, network, pool, before)));
    const [active, queued] = [BigInt(exposed.active ?? -1), BigInt(exposed.queued ?? -1)];
    expect(active + queued).toBe(BigInt(exposed.slashable ?? -1));
    expect(active).toBeGreaterThanOrEqual(event.activeSlashed);
    expect(queued).toBeGreaterThanOrEqual(event.queuedSlashed);

    await holdLosses(protocol, event, losses, (of(slashed.assets) as Line).losses, [before, after]);
  }
  return { told, taken };
}
