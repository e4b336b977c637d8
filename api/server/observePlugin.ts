import { type DocumentNode, type ExecutionResult, Kind, type OperationDefinitionNode } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { RequestContext } from "./RequestContext.ts";

/** Notes in the request's scope which root fields were asked for and which errors were answered. */
export function observePlugin(): Plugin<RequestContext, RequestContext> {
  return {
    onExecute({ args }) {
      const document: DocumentNode = args.document;
      const operation = document.definitions.find(
        (definition): definition is OperationDefinitionNode =>
          definition.kind === Kind.OPERATION_DEFINITION &&
          (args.operationName == null || definition.name?.value === args.operationName),
      );
      if (operation) args.contextValue.scope.operation = operationLabel(operation);
    },
    onResultProcess({ result, serverContext }) {
      const { errors = [] } = result as ExecutionResult;
      serverContext.scope.errorCodes = errors.map(({ extensions }) =>
        String(extensions?.code ?? "GRAPHQL_INVALID"),
      );
    },
  };
}

/** A label with few values: the one root field, or how the operation starts when it has several. */
export function operationLabel({ operation, selectionSet }: OperationDefinitionNode): string {
  const fields = selectionSet.selections.map((selection) =>
    selection.kind === Kind.FIELD ? selection.name.value : "fragment",
  );
  const named = fields.filter((field) => field !== "_meta" && field !== "__typename");
  const [only] = named.length === 0 ? fields : named;
  return named.length > 1 || only === undefined ? `${operation} of several` : only;
}
