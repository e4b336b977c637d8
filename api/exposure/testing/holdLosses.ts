import { expect } from "vitest";
import type { Protocol } from "../../../indexer/testing/protocol.ts";
import { type slashesIn, withdrawableAt } from "./readChain.ts";

const one = 10n ** 18n;
export type Loss = { delegator: string; active: string; queued: string };
type Taken = ReturnType<typeof slashesIn>[number];

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
const size = (amount: bigint) => (amount < 0n ? -amount : amount);
/** As the API writes amounts. */
export const text = (bigints: object) =>
  Object.fromEntries(Object.entries(bigints).map(([name, value]) => [name, String(value)]));

/** What each delegator could withdraw less afterwards: foretold to the unit, told later by the rates that the slash's event has. */
export async function holdLosses(
  protocol: Protocol,
  event: Taken,
  foretold: readonly Loss[],
  told: readonly Loss[],
  [before, after]: readonly [bigint, bigint],
): Promise<void> {
  const fall = event.assetsPerShareBefore - event.assetsPerShareAfter;
  const real: { delegator: string; active: bigint; queued: bigint }[] = [];
  let holdings = 0n;
  for (const delegator of protocol.delegators) {
    const had = await withdrawableAt(protocol, event, delegator, before);
    const has = await withdrawableAt(protocol, event, delegator, after);
    const shares = [had.shares.active, ...had.shares.queued];
    if (sum(shares) === 0n) continue;
    holdings += BigInt(shares.length);
    const loss = { active: had.active - has.active, queued: had.queued - has.queued };
    real.push({ delegator, ...loss });

    const line = told.find((row) => row.delegator.toLowerCase() === delegator);
    const byRate = (amount: bigint) => (amount * fall) / one;
    const expected = { active: byRate(had.shares.active), queued: sum(had.shares.queued.map(byRate)) };
    expect(line, "AssetSlash.losses").toMatchObject(text(expected));
    // A rate has 18 decimals: it is wrong by less than a unit for each 1e18 shares, and each holding's worth is rounded.
    const error = sum([loss.active, loss.queued, -expected.active, -expected.queued]);
    expect(size(error)).toBeLessThanOrEqual(sum(shares) / one + 2n * BigInt(shares.length));
  }
  expect(told.length).toBe(real.length);
  expect(foretold.map((row) => ({ ...row, delegator: row.delegator.toLowerCase() }))).toEqual(
    real
      .sort((a, b) => Number(b.active + b.queued - a.active - a.queued))
      .map(({ delegator, ...loss }) => ({ delegator, ...text(loss) })),
  );
  const rounding =
    sum(real.map(({ active, queued }) => active + queued)) - event.activeSlashed - event.queuedSlashed;
  expect(size(rounding)).toBeLessThanOrEqual(holdings);
}
