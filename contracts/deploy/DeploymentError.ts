import { NektarError } from "../../lib/errors/NektarError.ts";

/** A deployment stopped. What it did stays; running it again goes on from there. */
export class DeploymentError extends NektarError {
  readonly code = "DEPLOYMENT_FAILED";
}
