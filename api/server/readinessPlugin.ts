import { type DocumentNode, Kind } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { Context } from "../context.ts";
import { indexerNotReady } from "../errors.ts";

/** Answers INDEXER_NOT_READY while there is nothing to answer from; introspection works always. */
export function readinessPlugin(): Plugin<Context> {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      if (args.contextValue.indexerReady || introspects(args.document)) return;
      setResultAndStopExecution({ errors: [indexerNotReady()] });
    },
  };
}

function introspects({ definitions }: DocumentNode): boolean {
  return definitions.every(
    (definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ||
      (definition.kind === Kind.OPERATION_DEFINITION &&
        definition.selectionSet.selections.every(
          (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith("__"),
        )),
  );
}
