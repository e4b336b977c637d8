import { describe, expect, it } from "vitest";
import { bondHeld, bondSettled, challengeRaised, challengeResolved } from "./challenges.ts";

const at = { block: 20n, timestamp: 2_000n, tx: "0xaa", logIndex: 5 } as const;
const raised = {
  challengeId: "0xC1",
  taskId: "0x01",
  challenger: "0xEE",
  network: "0xAB",
  bondToken: "0xB0",
  bond: 100n,
  resolveBy: 2_120n,
} as const;

describe("a challenge", () => {
  it("makes its task wait", () => {
    expect(challengeRaised(raised, at)).toEqual({
      task: { status: "CHALLENGED" },
      challenge: {
        id: "0xc1",
        taskId: "0x01",
        network: "0xab",
        challenger: "0xee",
        bondToken: "0xb0",
        bond: 100n,
        resolveBy: 2_120n,
        outcome: "PENDING",
        bondHeld: 0n,
        createdBlock: 20n,
        createdAt: 2_000n,
        createdTx: "0xaa",
      },
    });
  });

  it("closes its task for ever when it is upheld", () => {
    const rows = challengeResolved({ outcome: 1, bondReturned: 100n }, at);
    expect(rows.challenge).toEqual({
      outcome: "UPHELD",
      bondReturned: 100n,
      resolvedBlock: at.block,
      resolvedAt: 2_000n,
      resolvedTx: "0xaa",
    });
    expect(rows.task).toEqual({ status: "REJECTED", closedBlock: 20n, closedAt: 2_000n, closedTx: "0xaa" });
  });

  it("leaves the response as it was when it fails or is dismissed", () => {
    const failed = challengeResolved({ outcome: 2, bondReturned: 0n }, at);
    const dismissed = challengeResolved({ outcome: 3, bondReturned: 100n }, at);
    expect([failed, dismissed].map(({ challenge, task }) => [challenge.outcome, task])).toEqual([
      ["FAILED", { status: "RESPONDED" }],
      ["DISMISSED", { status: "RESPONDED" }],
    ]);
  });

  it("holds a bond that nobody can be paid, until it is settled", () => {
    expect(bondHeld({ amount: 100n })).toEqual({ bondHeld: 100n });
    expect(bondSettled({ bondReturned: 100n })).toEqual({ bondHeld: 0n, bondReturned: 100n });
  });

  it("refuses an outcome that nobody knows", () => {
    expect(() => challengeResolved({ outcome: 4, bondReturned: 0n }, at)).toThrow(RangeError);
  });
});
