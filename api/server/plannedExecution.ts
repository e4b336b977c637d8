import { type DocumentNode, execute } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { Context } from "../context.ts";
import type { Outcome } from "../plan/answers.ts";
import type { ExecutionRequest } from "../plan/ExecutionRequest.ts";
import type { Executor } from "../plan/Executor.ts";
import type { KnownDocuments } from "./KnownDocuments.ts";
import { plannedResult } from "./plannedResult.ts";
import type { RequestScope } from "./requestScope.ts";

type YogaContext = Context & {
  readonly request: Request;
  readonly params: { readonly query?: string };
  readonly scope: RequestScope;
  /** Where the lane for known documents has executed it already. */
  readonly outcome?: Outcome;
};

/** Executes queries and mutations by plans, and remembers documents that came this far: they passed every limit. */
export function plannedExecution(executor: Executor, documents: KnownDocuments): Plugin<YogaContext> {
  return {
    onExecute({ args, setExecuteFn }) {
      const { document, operationName, variableValues, contextValue } = args as {
        document: DocumentNode;
        operationName?: string;
        variableValues?: Record<string, unknown>;
        contextValue: YogaContext;
      };
      const prepared = executor.prepare(document, operationName);
      if (prepared === undefined) return;
      const { query } = contextValue.params;
      if (query !== undefined) documents.remember(query, document);
      const request = requestOf(args.schema, contextValue, variableValues, contextValue.request.signal);
      setExecuteFn(async () => {
        const outcome = contextValue.outcome ?? (await executor.execute(prepared, request));
        contextValue.scope.etag = outcome.etag;
        contextValue.scope.rows = outcome.rows ?? 0;
        return plannedResult(outcome);
      });
    },
  };
}

/** What a plan's run depends on, of one request. */
function requestOf(
  schema: Parameters<typeof execute>[0]["schema"],
  context: Context,
  variables: ExecutionRequest["variables"],
  signal: AbortSignal,
): ExecutionRequest {
  return {
    variables,
    position: context.position,
    signal,
    context,
    executeRest: (document) =>
      execute({ schema, document, variableValues: variables ?? {}, contextValue: context }),
  };
}
