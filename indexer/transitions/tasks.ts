import type { Hex } from "viem";
import type { assignment, task, taskOperators } from "../ponder.schema.ts";
import { type Member, weightAtEndOf } from "./membership.ts";
import { lower, type Moment, originOf } from "./moment.ts";

export type TaskRow = typeof task.$inferInsert;
export type AssignmentRow = typeof assignment.$inferSelect;
export type TaskOperatorsRow = typeof taskOperators.$inferSelect;

type TaskCreated = {
  readonly taskId: Hex;
  readonly network: Hex;
  readonly creator: Hex;
  readonly payload: Hex;
  readonly referenceBlock: bigint;
  readonly deadline: bigint;
  readonly quorumBps: number;
  readonly feeToken: Hex;
  readonly fee: bigint;
};

/**
 * A new task and the operators that it is assigned to: those with recorded weight at the end of its reference block.
 * A weight that changed in the task's own block, before or after it, counts with its value before that block.
 */
export function taskCreated(
  args: TaskCreated,
  members: readonly Pick<Member, "operator" | "weight" | "weightBlock" | "weightBefore">[],
  at: Moment,
): { task: TaskRow; assignments: AssignmentRow[]; taskOperators: TaskOperatorsRow } {
  const taskId = lower(args.taskId);
  const network = lower(args.network);
  const assignments = members
    .map((member) => ({
      taskId,
      operator: member.operator,
      network,
      weight: weightAtEndOf(member, args.referenceBlock),
    }))
    .filter(({ weight }) => weight > 0n);
  return {
    assignments,
    taskOperators: { taskId, operators: assignments.map(({ operator }) => operator) },
    task: {
      id: taskId,
      network,
      creator: lower(args.creator),
      payload: lower(args.payload),
      referenceBlock: args.referenceBlock,
      deadline: args.deadline,
      quorumBps: args.quorumBps,
      feeToken: lower(args.feeToken),
      fee: args.fee,
      status: "OPEN",
      createdLogIndex: at.logIndex,
      totalWeight: assignments.reduce((sum, { weight }) => sum + weight, 0n),
      ...originOf(at),
    },
  };
}

type TaskResponded = {
  readonly aggregator: Hex;
  readonly response: Hex;
  readonly responseHash: Hex;
  readonly signedWeight: bigint;
  readonly challengeDeadline: bigint;
};

/** What an accepted response changes in a task. */
export function taskResponded(args: TaskResponded, at: Moment) {
  return {
    status: "RESPONDED",
    aggregator: lower(args.aggregator),
    response: lower(args.response),
    responseHash: lower(args.responseHash),
    signedWeight: args.signedWeight,
    challengeDeadline: args.challengeDeadline,
    respondedBlock: at.block,
    respondedAt: at.timestamp,
    respondedTx: at.tx,
  } satisfies Partial<TaskRow>;
}

/** What the end of a task changes in it. */
export function taskClosed(status: "FINAL" | "EXPIRED" | "REJECTED", at: Moment) {
  return {
    status,
    closedBlock: at.block,
    closedAt: at.timestamp,
    closedTx: at.tx,
  } satisfies Partial<TaskRow>;
}

/** Who of the assigned operators signed: all but the non-signers. */
export function signedBy(nonSigners: readonly Hex[]): (operator: Hex) => boolean {
  const missing = new Set(nonSigners.map(lower));
  return (operator) => !missing.has(operator);
}

/** A member's counters after a task that it was assigned closed with a response. */
export function participationCounted(
  member: Pick<Member, "assignedTasks" | "signedTasks">,
  signed: boolean,
): Pick<Member, "assignedTasks" | "signedTasks"> {
  return {
    assignedTasks: member.assignedTasks + 1n,
    signedTasks: member.signedTasks + (signed ? 1n : 0n),
  };
}
