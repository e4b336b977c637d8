import { NektarError } from "../../lib/errors/NektarError.ts";

/** A contract refuses a planned call, in the simulation or on chain. */
export class CallRefusedError extends NektarError {
  readonly code = "CALL_REFUSED";
}

/** The user did not confirm the plan: nothing was sent. */
export class NotConfirmedError extends NektarError {
  readonly code = "NOT_CONFIRMED";
}
