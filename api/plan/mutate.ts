import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  isNonNullType,
  locatedError,
} from "graphql";
import type { Context } from "../context.ts";
import { type Answer, type Outcome, putTogether } from "./answers.ts";
import { collectFields } from "./collectFields.ts";
import type { RootField } from "./compile.ts";
import type { Prepared } from "./countedPlan.ts";
import type { ExecutionRequest } from "./ExecutionRequest.ts";
import type { Run } from "./Param.ts";
import type { PayloadRow } from "./PayloadRow.ts";
import type { Payload } from "./StatementAnswers.ts";

/** A mutation: what it did, as an object of one of the types that its field may have. */
export type Call = (args: Readonly<Record<string, unknown>>, context: Context) => Promise<PayloadRow>;

export type MutateOptions = {
  readonly schema: GraphQLSchema;
  /** Mutations by their names. */
  readonly calls: Readonly<Record<string, Call>>;
  /** Reads what is selected of the object that a call returned. */
  readonly payload: (payload: Payload) => Promise<string>;
};

/** Executes a mutation: one field after the other, as GraphQL demands. */
export async function mutate(
  { schema, calls, payload }: MutateOptions,
  prepared: Prepared,
  variables: Run["variables"],
  request: ExecutionRequest,
): Promise<Outcome> {
  const root = schema.getMutationType() as GraphQLObjectType;
  const fields: RootField[] = [];
  const answers = new Map<string, Answer>();
  const collected = collectFields({ schema, variables, ...prepared }, root, [prepared.node.selectionSet]);
  for (const [key, nodes] of collected) {
    const [node] = nodes as [FieldNode];
    const definition = root.getFields()[node.name.value];
    const call = calls[node.name.value];
    const constant = definition === undefined ? JSON.stringify(root.name) : undefined;
    const nullable = definition !== undefined && !isNonNullType(definition.type);
    fields.push({ key, nodes, nullable, column: undefined, constant, error: undefined });
    if (constant !== undefined) answers.set(key, { json: constant });
    if (definition === undefined || call === undefined) continue;
    try {
      if (request.context === undefined) throw new Error("A mutation has a context.");
      const row = await call(getArgumentValues(definition, node, variables), request.context);
      answers.set(key, { json: await payload({ prepared, variables, request, nodes, key, row }) });
    } catch (error) {
      answers.set(key, { error: locatedError(error, nodes, [key]) });
      if (!nullable) break;
    }
  }
  return putTogether(fields, answers);
}
