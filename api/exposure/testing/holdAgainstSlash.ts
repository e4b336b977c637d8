import type { Address, Hex, TransactionReceipt } from "viem";
import { expect } from "vitest";
import { type Foretold, holdLosses, lossFields, type Told, text, toldFields } from "./holdLosses.ts";
import type { SlashScene } from "./openSlashScene.ts";
import { slashableAt, slashesIn } from "./readChain.ts";
import type { Point } from "./withdrawable.ts";

type Pool = Record<string, string> & { asset: { address: Address } };
type Line = Pool & Foretold;
type Answer = { exposure: Pool[]; simulateSlash: Line[] };

type Taken = ReturnType<typeof slashesIn>[number];

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
  return ask<Answer>(
    scene,
    `{ exposure(${of}${asOf}) { asset { address } magnitude totalMagnitude totalAssets slashable active queued }
    simulateSlash(${of}, fraction: "${fraction}"${asOf}) { asset { address }
      magnitudeSlashed magnitudeAfter totalMagnitudeAfter totalAssetsAfter activeSlashed queuedSlashed
      assetsPerShareBefore assetsPerShareAfter ${lossFields} } }`,
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
  for (const event of taken) {
    const of = (lines: readonly Pool[]) => lines.find((line) => assetOf(line) === event.asset);
    const { asset, losses, dust, ...line } = of(told.simulateSlash) as Line;
    const { slashId, operator: _, network: __, nextMagnitudeAfter, fraction, totalShares, ...rest } = event;
    const { asset: ___, totalAssets: totalAssetsAfter, ...amounts } = rest;
    expect(line, "simulateSlash").toEqual(text({ ...amounts, totalAssetsAfter }));

    const pool = { operator, asset: event.asset };
    const exposed = of(told.exposure) as Pool;
    expect(exposed, "exposure").toMatchObject(text(await slashableAt(protocol, network, pool, before)));
    const [active, queued] = [BigInt(exposed.active ?? -1), BigInt(exposed.queued ?? -1)];
    expect(active + queued).toBe(BigInt(exposed.slashable ?? -1));
    expect(active).toBeGreaterThanOrEqual(event.activeSlashed);
    expect(queued).toBeGreaterThanOrEqual(event.queuedSlashed);

    const points = [{ block: before }, { block: after }] as const;
    await holdLosses(protocol, event, points, await toldOf(scene, event), { losses, dust });
  }
  return { told, taken };
}

/** What the API says of what a slash took of a pool. */
async function toldOf(scene: SlashScene, { slashId, asset }: Taken): Promise<Told> {
  const { slash } = await ask<{ slash: { assets: (Pool & Told)[] } }>(
    scene,
    `{ slash(slashId: "${slashId}") { assets { asset { address } ${toldFields} } } }`,
  );
  return slash.assets.find((line) => assetOf(line) === asset) as Pool & Told;
}

/**
 * Holds what the API says of all slashes of a block against what the contracts did, between its transactions.
 *
 * @returns what was taken, in their order.
 */
export async function holdSlashesOfBlock(scene: SlashScene, hashes: readonly Hex[]): Promise<Taken[]> {
  const { protocol, indexed } = scene;
  const block = (await indexed()) - 1n;
  const found: Taken[] = [];
  for (const [place, hash] of hashes.entries()) {
    const receipt = await protocol.client.getTransactionReceipt({ hash });
    expect(receipt).toMatchObject({ blockNumber: block + 1n, transactionIndex: place });
    for (const event of slashesIn(receipt, protocol)) {
      const after: Point = { block, replayed: hashes.slice(0, place + 1) };
      const points = [{ block, replayed: hashes.slice(0, place) }, after] as const;
      await holdLosses(protocol, event, points, await toldOf(scene, event));
      found.push(event);
    }
  }
  return found;
}
