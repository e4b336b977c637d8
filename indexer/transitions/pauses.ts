import type { Hex } from "viem";
import type { pause } from "../ponder.schema.ts";
import { enumName } from "./enumName.ts";
import { lower, type Moment, originOf } from "./moment.ts";

type PauseRow = typeof pause.$inferInsert;

/** `IPauses.PauseGroup`, by number. */
const groups = ["REGISTRATION", "DEPOSITS", "WITHDRAWALS", "TASKS", "SLASHING", "CLAIMS"] as const;

/**
 * A group of functions as it was last set: its origin is this event, not the first one.
 *
 * @throws {RangeError} for a group that the contract's enum does not hold.
 */
export function pauseSet(
  args: { readonly group: number; readonly paused: boolean; readonly account: Hex },
  at: Moment,
): PauseRow {
  return {
    group: enumName("PauseGroup", groups, args.group),
    paused: args.paused,
    account: lower(args.account),
    ...originOf(at),
  };
}
