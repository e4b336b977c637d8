import { NektarError, RetryableError } from "../../lib/errors/NektarError.ts";

/** The remote signer gave no usable answer; the same request may succeed later. */
export class SignerUnavailableError extends RetryableError {
  override readonly code = "SIGNER_UNAVAILABLE";
}

/** The remote signer refuses this request for good: its own signing protection, or a key or form that it does not know. */
export class SignerRefusedError extends NektarError {
  readonly code = "SIGNER_REFUSED";
}
