import { NektarError } from "../../lib/errors/NektarError.ts";

/** A part of the devnet could not be started: the start is given up. */
export class ServiceFailedError extends NektarError {
  readonly code = "SERVICE_FAILED";
}
