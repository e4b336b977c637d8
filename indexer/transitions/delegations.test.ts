import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  delegationOpened,
  poolOpened,
  poolTotals,
  sharesAdded,
  sharesPaid,
  sharesQueued,
  sharesTaken,
  withdrawalPaid,
  withdrawalQueued,
} from "./delegations.ts";

const at = { block: 20n, timestamp: 2_000n, tx: "0xaa", logIndex: 5 } as const;
const key = { delegator: "0xDD", operator: "0xCD", asset: "0xAB" } as const;
const deposit = { ...key, shares: 100n, totalAssets: 100n, totalShares: 100n };

function afterDeposit() {
  return { pool: poolOpened(deposit, at), delegation: delegationOpened(deposit, at) };
}

type Rows = ReturnType<typeof afterDeposit>;

function queue({ pool, delegation }: Rows, shares: bigint): Rows {
  return {
    delegation: { ...delegation, ...sharesTaken(delegation, shares) },
    pool: { ...pool, ...sharesQueued(pool, shares) },
  };
}

describe("a delegation", () => {
  it("begins with its first deposit, lowercase", () => {
    expect(delegationOpened(deposit, at)).toEqual({
      delegator: "0xdd",
      operator: "0xcd",
      asset: "0xab",
      shares: 100n,
      createdBlock: 20n,
      createdAt: 2_000n,
      createdTx: "0xaa",
    });
  });

  it("adds the shares of each deposit", () => {
    expect(sharesAdded({ shares: 100n }, 30n)).toEqual({ shares: 130n });
  });

  it("cannot queue more shares than it has", () => {
    expect(() => queue(afterDeposit(), 101n)).toThrow(RangeError);
  });
});

describe("a pool", () => {
  it("begins with its first deposit, and has the totals that events tell", () => {
    const row = poolOpened(deposit, at);
    expect(row).toMatchObject({ operator: "0xcd", asset: "0xab", totalAssets: 100n, queuedShares: 0n });
    expect(row).toMatchObject({ totalShares: 100n, createdBlock: 20n, createdAt: 2_000n, createdTx: "0xaa" });
    expect(poolTotals({ ...deposit, totalAssets: 7n })).toEqual({ totalAssets: 7n, totalShares: 100n });
  });
});

describe("a withdrawal", () => {
  it("moves shares to the queue and takes them out of the pool when it is completed", () => {
    const queued = queue(afterDeposit(), 40n);
    expect(queued.delegation.shares).toBe(60n);
    expect(queued.pool).toMatchObject({ totalShares: 100n, queuedShares: 40n });

    const row = withdrawalQueued({ ...key, withdrawalId: "0x01", shares: 40n, unlockAt: 3_000n }, at);
    const payment = { assetsPaid: 38n, assetsLostToSlashing: 2n, totalAssets: 57n, totalShares: 60n };
    const later = { ...at, timestamp: 3_100n, tx: "0xbb" } as const;
    expect(sharesPaid(queued.pool, row.shares, payment)).toEqual({
      totalAssets: 57n,
      totalShares: 60n,
      queuedShares: 0n,
    });
    expect({ ...row, ...withdrawalPaid(payment, later) }).toMatchObject({
      shares: 40n,
      assetsPaid: 38n,
      assetsLostToSlashing: 2n,
      completedAt: 3_100n,
      completedTx: "0xbb",
      createdAt: 2_000n,
    });
  });

  it("creates and destroys no shares, for any amounts queued", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(1n, 40n), { maxLength: 10 }), (amounts) => {
        let rows = afterDeposit();
        for (const amount of amounts) {
          if (amount <= rows.delegation.shares) rows = queue(rows, amount);
          expect(rows.delegation.shares + rows.pool.queuedShares).toBe(rows.pool.totalShares);
        }
      }),
    );
  });
});
