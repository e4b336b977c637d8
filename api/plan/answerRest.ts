import { type DocumentNode, type GraphQLError, Kind } from "graphql";
import type { Answer } from "./answers.ts";
import type { Plan } from "./compile.ts";
import type { Prepared } from "./countedPlan.ts";
import type { ExecutionRequest } from "./ExecutionRequest.ts";

/** The root fields that are no statement's work, by graphql-js. */
export async function answerRest(
  { node, fragments }: Prepared,
  { rest }: Plan,
  { executeRest }: ExecutionRequest,
  answers: Map<string, Answer>,
): Promise<readonly GraphQLError[]> {
  const selections = rest.flatMap(({ nodes }) => nodes);
  const operation = { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } };
  const { data, errors = [] } = await executeRest({
    kind: Kind.DOCUMENT,
    definitions: [operation, ...fragments.values()],
  } as DocumentNode);
  for (const { key } of rest) {
    // Without data one of them failed that must not be null: then none has an answer.
    if (data == null) answers.set(key, { error: undefined });
    else answers.set(key, { json: JSON.stringify(data[key]) });
  }
  return errors;
}
