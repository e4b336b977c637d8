import { GraphQLError } from "graphql";

/** Codes that a client may branch on; they stand in `errors[].extensions.code`. */
export type ClientErrorCode =
  | "BAD_USER_INPUT"
  | "EXPORT_TOO_LARGE"
  | "INDEXER_NOT_READY"
  | "NODE_UNAVAILABLE"
  | "OPERATION_NOT_REGISTERED"
  | "OVERLOADED"
  | "PERSISTED_QUERY_MISMATCH"
  | "PERSISTED_QUERY_NOT_FOUND"
  | "PROOFS_WITHHELD"
  | "RATE_LIMITED"
  | "REQUEST_ENTITY_TOO_LARGE"
  | "SLOW_SUBSCRIBER"
  | "SUBSCRIPTION_STOPPED"
  | "TOO_MANY_SUBSCRIPTIONS"
  | "UNKNOWN_API_KEY"
  | "QUERY_TIMEOUT"
  | "QUERY_TOO_LARGE"
  | "QUERY_TOO_DEEP"
  | "QUERY_TOO_COSTLY"
  | "TOO_MANY_ALIASES"
  | "TOO_MANY_DIRECTIVES"
  | "TOO_MANY_TOKENS";

/**
 * An error whose message is meant for the client; anything else is masked.
 *
 * @param http the answer's status; with `spec` it is 200 all the same for those who accept `application/json` alone.
 */
export function clientError(
  code: ClientErrorCode,
  message: string,
  http?: { readonly status: number; readonly spec?: true },
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...(http === undefined ? {} : { http }) } });
}

/** The argument of the client's that cannot be used, and why. */
export const badInput = (message: string): GraphQLError => clientError("BAD_USER_INPUT", message);

/** The indexer has not made its tables yet (first start), so that nothing can be answered. Temporary. */
export const indexerNotReady = (): GraphQLError =>
  clientError(
    "INDEXER_NOT_READY",
    "The indexer has not finished its first pass over the chain. Try again soon.",
    {
      status: 503,
    },
  );
