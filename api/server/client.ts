/** Who sent a request, as far as limits care. */
export type Client = {
  /** Equal for requests that share their limits. */
  readonly id: string;
  /** Aborted when the connection to the client is closed. */
  readonly gone: AbortSignal;
  /** Closes the connection. */
  readonly drop: () => void;
};
