import { GraphQLError } from "graphql";
import type { Logger } from "../../lib/logging/createLogger.ts";
import { clientError, indexerNotReady } from "../errors.ts";
import { isMissingTable, isTimeout } from "./databaseErrors.ts";
import type { RequestScope } from "./requestScope.ts";

export type ErrorMask = (error: unknown, scope: Pick<RequestScope, "requestId">) => GraphQLError;

/**
 * Lets errors through that were made for the client and hides all others behind a sentence and the request's id,
 * under which the log has the truth: no SQL, no path, no stack ever leaves.
 */
export function createErrorMask(logger: Logger): ErrorMask {
  return (error, { requestId }) => {
    const cause = rootCause(error);
    if (cause instanceof GraphQLError) return error as GraphQLError;
    if (isMissingTable(cause)) return indexerNotReady();
    const path = error instanceof GraphQLError ? error.path : undefined;
    if (isTimeout(cause)) {
      logger.warn({ requestId, path }, "a statement took too long");
      return clientError("QUERY_TIMEOUT", "The query takes too long. Ask for less.");
    }
    logger.error({ requestId, path, err: cause }, "a request failed");
    return new GraphQLError(`The server failed. Name this request when you report it: ${requestId}.`, {
      ...(path === undefined ? {} : { path }),
      extensions: { code: "INTERNAL_SERVER_ERROR", requestId },
    });
  };
}

function rootCause(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}
