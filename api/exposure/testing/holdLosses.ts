import type { Hex } from "viem";
import { expect } from "vitest";
import type { Protocol } from "../../../indexer/testing/protocol.ts";
import type { slashesIn } from "./readChain.ts";
import { type Point, withdrawableAt } from "./withdrawable.ts";

type Loss = { delegator: string; active: string; queued: string };
type SlashedWithdrawal = { withdrawal: { withdrawalId: Hex }; loss: string };
/** What the API says of a slash that is to come, and more of one that was. */
export type Foretold = { losses: Loss[]; dust: string };
export type Told = Foretold & { withdrawals: SlashedWithdrawal[] };
type Taken = ReturnType<typeof slashesIn>[number];

/** What to ask of `AssetSlash`. */
export const lossFields = "losses { delegator active queued } dust";
export const toldFields = `${lossFields} withdrawals { withdrawal { withdrawalId } loss }`;

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
/** As the API writes amounts. */
export const text = (bigints: object) =>
  Object.fromEntries(Object.entries(bigints).map(([name, value]) => [name, String(value)]));

/** What each delegator, and each withdrawal in the queue, would be paid less by the contract: most first, as the API has it. */
async function realLosses(protocol: Protocol, pool: Taken, [before, after]: readonly [Point, Point]) {
  const losses: { delegator: Hex; active: bigint; queued: bigint }[] = [];
  const withdrawals: { id: Hex; loss: bigint }[] = [];
  let holdings = 0n;
  for (const delegator of protocol.delegators) {
    const had = await withdrawableAt(protocol, pool, delegator, before);
    const has = await withdrawableAt(protocol, pool, delegator, after);
    expect([...has.queued.keys()]).toEqual([...had.queued.keys()]);
    if (had.active === undefined && had.queued.size === 0) continue;
    const lost = [...had.queued].map(([id, paid]) => ({ id, loss: paid - (has.queued.get(id) ?? 0n) }));
    const active = (had.active ?? 0n) - (has.active ?? 0n);
    losses.push({ delegator, active, queued: sum(lost.map(({ loss }) => loss)) });
    withdrawals.push(...lost);
    holdings += BigInt(had.queued.size) + (had.active === undefined ? 0n : 1n);
  }
  losses.sort((a, b) => Number(b.active + b.queued - a.active - a.queued));
  withdrawals.sort((a, b) => Number(b.loss - a.loss) || (a.id < b.id ? -1 : 1));
  return { losses, withdrawals, holdings };
}

/** Holds the losses, foretold and told, against what each delegator can withdraw less: to the unit, with all of the pool's loss. */
export async function holdLosses(
  protocol: Protocol,
  event: Taken,
  points: readonly [Point, Point],
  told: Told,
  foretold?: Foretold,
): Promise<void> {
  const { losses, withdrawals, holdings } = await realLosses(protocol, event, points);
  const amount = event.activeSlashed + event.queuedSlashed;
  const dust = amount - sum(losses.map(({ active, queued }) => active + queued));
  const expected = {
    losses: losses.map(({ delegator, ...loss }) => ({ delegator, ...text(loss) })),
    dust: String(dust),
  };
  const lower = ({ losses, dust }: Foretold) => ({
    losses: losses.map((row) => ({ ...row, delegator: row.delegator.toLowerCase() })),
    dust,
  });
  expect(lower(told), "AssetSlash.losses").toEqual(expected);
  if (foretold) expect(lower(foretold), "SimulatedSlash.losses").toEqual(expected);
  expect(told.withdrawals).toEqual(
    withdrawals.map(({ id, loss }) => ({ withdrawal: { withdrawalId: id }, loss: String(loss) })),
  );
  // Each holding's worth is rounded, and the pool's one virtual share loses, too.
  expect(dust).toBeGreaterThanOrEqual(-holdings);
  expect(dust).toBeLessThanOrEqual(holdings + amount / (event.totalShares + 1n));
}
