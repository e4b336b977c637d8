import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  delegationAfterDeposit,
  poolAfterDeposit,
  sharesQueued,
  withdrawalCompleted,
  withdrawalQueued,
} from "./delegations.ts";

const at = { block: 20n, timestamp: 2_000n, tx: "0xaa", logIndex: 5 } as const;
const key = { delegator: "0xDD", operator: "0xCD", asset: "0xAB" } as const;
const deposit = { ...key, shares: 100n, totalAssets: 100n, totalShares: 100n };

function afterDeposit() {
  return {
    pool: poolAfterDeposit(null, deposit, at),
    delegation: delegationAfterDeposit(null, deposit, at),
  };
}

describe("a delegation", () => {
  it("adds the shares of each deposit and keeps where it began", () => {
    const first = delegationAfterDeposit(null, deposit, at);
    const later = { ...at, block: 21n, timestamp: 2_010n, logIndex: 0 };
    const second = delegationAfterDeposit(first, { ...deposit, shares: 30n }, later);
    expect(second).toEqual({
      delegator: "0xdd",
      operator: "0xcd",
      asset: "0xab",
      shares: 130n,
      createdBlock: 20n,
      createdAt: 2_000n,
      createdTx: "0xaa",
    });
  });

  it("cannot queue more shares than it has", () => {
    const { pool, delegation } = afterDeposit();
    expect(() => sharesQueued(delegation, pool, 101n)).toThrow(RangeError);
  });
});

describe("a withdrawal", () => {
  it("moves shares to the queue and takes them out of the pool when it is completed", () => {
    const { pool, delegation } = afterDeposit();
    const queued = sharesQueued(delegation, pool, 40n);
    expect(queued.delegation.shares).toBe(60n);
    expect(queued.pool).toMatchObject({ totalShares: 100n, queuedShares: 40n });

    const row = withdrawalQueued({ ...key, withdrawalId: "0x01", shares: 40n, unlockAt: 3_000n }, at);
    const payment = { assetsPaid: 38n, assetsLostToSlashing: 2n, totalAssets: 57n, totalShares: 60n };
    const later = { ...at, timestamp: 3_100n, tx: "0xbb" } as const;
    const done = withdrawalCompleted(row, queued.pool, payment, later);
    expect(done.pool).toMatchObject({ totalAssets: 57n, totalShares: 60n, queuedShares: 0n });
    expect(done.withdrawal).toMatchObject({
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
          if (amount <= rows.delegation.shares) rows = sharesQueued(rows.delegation, rows.pool, amount);
          expect(rows.delegation.shares + rows.pool.queuedShares).toBe(rows.pool.totalShares);
        }
      }),
    );
  });
});
