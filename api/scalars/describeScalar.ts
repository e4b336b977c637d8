import { Kind, parse } from "graphql";
import { schemaText } from "../schemaText.ts";

const descriptions = new Map(
  parse(schemaText).definitions.flatMap((definition) =>
    definition.kind === Kind.SCALAR_TYPE_DEFINITION
      ? [[definition.name.value, definition.description?.value ?? ""] as const]
      : [],
  ),
);

/** The description that `schema.graphql` gives a scalar, so that introspection shows it. */
export function describeScalar(name: string): string {
  return descriptions.get(name) ?? "";
}
