/**
 * Base of every error that a caller decides by. Branch on `code` (stable) or on the class, never on the message.
 * The message says what went wrong and what to do next; it must be fit to show to a user and hold no secret.
 */
export abstract class NektarError extends Error {
  /** Stable, upper snake case, e.g. `CONFIG_INVALID`. */
  abstract readonly code: string;

  /** Facts for the log: ids, numbers, names. Never secrets. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(message: string, details: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.details = details;
  }
}

/** The caller may try again later without a change: network faults, locks, lagging nodes. */
export class RetryableError extends NektarError {
  readonly code: string = "RETRY_LATER";
}

/** Settings or files that the user must mend before the process can start. */
export class ConfigError extends NektarError {
  readonly code: string = "CONFIG_INVALID";
}
