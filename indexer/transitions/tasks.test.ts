import { describe, expect, it } from "vitest";
import { participationCounted, signedBy, taskClosed, taskCreated, taskResponded } from "./tasks.ts";

const at = { block: 20n, timestamp: 2_000n, tx: "0xaa", logIndex: 5 } as const;
const created = {
  taskId: "0x01",
  network: "0xAB",
  creator: "0xEF",
  payload: "0x1234",
  referenceBlock: 19n,
  deadline: 2_060n,
  quorumBps: 6_000,
  feeToken: "0xFE",
  fee: 3n,
} as const;

const member = (operator: `0x${string}`, weight: bigint, weightBlock: bigint, weightBefore: bigint) => ({
  operator,
  weight,
  weightBlock,
  weightBefore,
});

describe("a new task", () => {
  it("is assigned to those with weight at the end of its reference block", () => {
    const members = [
      member("0x0a", 5n, 18n, 0n),
      member("0x0b", 0n, 18n, 9n), // left before
      member("0x0c", 7n, 19n, 0n), // came in the reference block itself
    ];
    const { task, assignments } = taskCreated(created, members, at);
    expect(assignments.map(({ operator, weight }) => [operator, weight])).toEqual([
      ["0x0a", 5n],
      ["0x0c", 7n],
    ]);
    expect(task).toMatchObject({ network: "0xab", creator: "0xef", status: "OPEN", totalWeight: 12n });
  });

  it("takes no notice of weights that change in its own block", () => {
    const members = [
      member("0x0a", 50n, 20n, 5n), // raised in the task's block
      member("0x0b", 0n, 20n, 9n), // left in the task's block
      member("0x0c", 7n, 20n, 0n), // came in the task's block
    ];
    const { task, assignments } = taskCreated(created, members, at);
    expect(assignments.map(({ operator, weight }) => [operator, weight])).toEqual([
      ["0x0a", 5n],
      ["0x0b", 9n],
    ]);
    expect(task.totalWeight).toBe(14n);
  });

  it("has nobody assigned in a network without weight", () => {
    const { task, assignments } = taskCreated(created, [], at);
    expect([task.totalWeight, assignments]).toEqual([0n, []]);
  });
});

describe("a response", () => {
  it("is signed by all but the non-signers, whatever the case of their letters", () => {
    const hasSigned = signedBy(["0xAb"]);
    expect([hasSigned("0xab"), hasSigned("0xcd")]).toEqual([false, true]);
  });

  it("counts as assigned for all, as signed for signers", () => {
    const counters = { assignedTasks: 4n, signedTasks: 2n };
    expect(participationCounted(counters, true)).toEqual({ assignedTasks: 5n, signedTasks: 3n });
    expect(participationCounted(counters, false)).toEqual({ assignedTasks: 5n, signedTasks: 2n });
  });

  it("closes the round with its own block and the challenge window's end", () => {
    const args = {
      aggregator: "0xAA",
      response: "0x01",
      responseHash: "0x02",
      signedWeight: 8n,
      challengeDeadline: 2_100n,
    } as const;
    expect(taskResponded(args, at)).toEqual({
      status: "RESPONDED",
      aggregator: "0xaa",
      response: "0x01",
      responseHash: "0x02",
      signedWeight: 8n,
      challengeDeadline: 2_100n,
      respondedBlock: 20n,
      respondedAt: 2_000n,
      respondedTx: "0xaa",
    });
  });

  it("leaves its own facts in place when the task becomes final", () => {
    expect(taskClosed("FINAL", at)).toEqual({
      status: "FINAL",
      closedBlock: 20n,
      closedAt: 2_000n,
      closedTx: "0xaa",
    });
  });
});
