import type { DocumentNode, ExecutionResult } from "graphql";
import type { Context } from "../context.ts";
import type { Position } from "../meta/queries.ts";

/** What a run of an operation depends on. */
export type ExecutionRequest = {
  /** As the client sent them. */
  readonly variables: Readonly<Record<string, unknown>> | null | undefined;
  readonly position: Position;
  readonly signal?: AbortSignal | undefined;
  /** For mutations. */
  readonly context?: Context;
  /** Executes the root fields that are no statement's work, in a document of their own. */
  readonly executeRest: (document: DocumentNode) => PromiseLike<ExecutionResult> | ExecutionResult;
};
