import type { Hex } from "viem";
import type { challenge } from "../ponder.schema.ts";
import { enumName } from "./enumName.ts";
import { lower, type Moment, originOf } from "./moment.ts";
import { type TaskRow, taskClosed } from "./tasks.ts";

type ChallengeRow = typeof challenge.$inferInsert;
type TaskChange = Partial<Pick<TaskRow, "status" | "closedBlock" | "closedAt" | "closedTx">>;

/** `IChallengeManager.Outcome`, by number. */
const outcomes = ["PENDING", "UPHELD", "FAILED", "DISMISSED"] as const;

/** A new challenge; the task waits for its decision. */
export function challengeRaised(
  args: {
    readonly challengeId: Hex;
    readonly taskId: Hex;
    readonly challenger: Hex;
    readonly network: Hex;
    readonly bondToken: Hex;
    readonly bond: bigint;
    readonly resolveBy: bigint;
  },
  at: Moment,
): { challenge: ChallengeRow; task: TaskChange } {
  return {
    task: { status: "CHALLENGED" },
    challenge: {
      id: lower(args.challengeId),
      taskId: lower(args.taskId),
      network: lower(args.network),
      challenger: lower(args.challenger),
      bondToken: lower(args.bondToken),
      bond: args.bond,
      resolveBy: args.resolveBy,
      outcome: "PENDING",
      bondHeld: 0n,
      ...originOf(at),
    },
  };
}

/**
 * A decided challenge. Upheld rejects the task for ever; otherwise its response stands as before, open to be challenged
 * again or to become final.
 *
 * @throws {RangeError} for an outcome that the contract's enum does not hold.
 */
export function challengeResolved(
  args: { readonly outcome: number; readonly bondReturned: bigint },
  at: Moment,
): { challenge: Partial<ChallengeRow>; task: TaskChange } {
  const outcome = enumName("Outcome", outcomes, args.outcome);
  return {
    task: outcome === "UPHELD" ? taskClosed("REJECTED", at) : { status: "RESPONDED" },
    challenge: {
      outcome,
      bondReturned: args.bondReturned,
      resolvedBlock: at.block,
      resolvedAt: at.timestamp,
      resolvedTx: at.tx,
    },
  };
}

/** The bond of a resolved challenge, which could be paid to nobody; its token is halted. */
export function bondHeld(args: { readonly amount: bigint }): Partial<ChallengeRow> {
  return { bondHeld: args.amount };
}

/** A bond that was held is paid; what the challenger did not get went to the network's rewards. */
export function bondSettled(args: { readonly bondReturned: bigint }): Partial<ChallengeRow> {
  return { bondHeld: 0n, bondReturned: args.bondReturned };
}
