import { RetryableError } from "../../../lib/errors/NektarError.ts";

/** A stage came before those that it builds on. */
export class StageNotDueError extends RetryableError {
  override readonly code = "STAGE_NOT_DUE";
}
