import { hash } from "node:crypto";
import type { DocumentNode, GraphQLError, GraphQLSchema } from "graphql";
import { clientError } from "../errors.ts";
import type { OperationRules } from "../operations/persistedPlugin.ts";
import type { createYogaServer } from "../server/createYogaServer.ts";
import { ExportRefused } from "./readPages.ts";

/**
 * Reads documents as the GraphQL server does, with all its limits.
 * @throws {GraphQLError} or {ExportRefused} for what it would refuse.
 */
export function documentReader(
  yoga: Pick<ReturnType<typeof createYogaServer>, "getEnveloped">,
  schema: GraphQLSchema,
  { registered, onlyRegistered }: OperationRules,
): (text: string) => DocumentNode {
  return (text) => {
    if (onlyRegistered && !registered.has(hash("sha256", text, "hex")))
      throw clientError("OPERATION_NOT_REGISTERED", "Only registered operations are executed here.", {
        status: 403,
      });
    const { parse, validate } = yoga.getEnveloped({} as never);
    const document = parse(text);
    const errors: readonly GraphQLError[] = validate(schema, document);
    if (errors.length > 0) throw new ExportRefused(errors);
    return document;
  };
}
