import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  type OperationDefinitionNode,
  typeFromAST,
} from "graphql";

/** Scalars whose values decide what a plan is; those of all others are parameters. */
const structural = new Set(["Int", "Float", "Boolean"]);

/**
 * Names the structure of an operation's variables: plans may be shared by runs of equal structure.
 *
 * @param variables coerced.
 */
export function structureOf(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): string {
  return variableDefinitions
    .map(({ variable, type }) => {
      const name = variable.name.value;
      if (!Object.hasOwn(variables, name)) return "u";
      return structure(typeFromAST(schema, type as never) as GraphQLInputType, variables[name]);
    })
    .join();
}

function structure(type: GraphQLInputType, value: unknown): string {
  if (value === null) return "n";
  if (value === undefined) return "u";
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const items = (value as unknown[]).map((item) => structure(nullable.ofType, item));
    // Of parameters, a list is one parameter, however long.
    return items.every((item) => item === "p") ? "p" : `[${items.join()}]`;
  }
  if (isInputObjectType(nullable)) {
    const fields = nullable.getFields();
    const parts = Object.entries(value as object).map(
      ([name, part]) => `${name}:${structure(fields[name]?.type as GraphQLInputType, part)}`,
    );
    return `{${parts.join()}}`;
  }
  return isEnumType(nullable) || structural.has(nullable.name) ? JSON.stringify(value) : "p";
}
