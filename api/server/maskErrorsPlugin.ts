import type { ExecutionResult } from "graphql";
import { isAsyncIterable, mapAsyncIterator, type Plugin } from "graphql-yoga";
import type { ErrorMask } from "./maskError.ts";
import type { RequestContext } from "./RequestContext.ts";

/** Masks the errors of every result, wherever they come from, before anything else looks at it; of subscriptions in each update. */
export function maskErrorsPlugin(mask: ErrorMask): Plugin<RequestContext, RequestContext> {
  return {
    onResultProcess({ result, setResult, serverContext: { scope } }) {
      if (isAsyncIterable<ExecutionResult>(result))
        setResult(mapAsyncIterator(result, (update) => masked(update, mask, scope)));
      else if (!Array.isArray(result)) setResult(masked(result as ExecutionResult, mask, scope));
    },
  };
}

function masked(result: ExecutionResult, mask: ErrorMask, scope: RequestContext["scope"]): ExecutionResult {
  const { errors } = result;
  return errors === undefined ? result : { ...result, errors: errors.map((error) => mask(error, scope)) };
}
