import { hash } from "node:crypto";
import type { DocumentNode, GraphQLError, GraphQLSchema } from "graphql";
import { type OperationRules, requireRegistered } from "../operations/persistedPlugin.ts";
import type { createYogaServer } from "../server/createYogaServer.ts";
import { ExportRefused } from "./readPages.ts";

/**
 * Reads documents as the GraphQL server does, with all its limits.
 * @throws {GraphQLError} or {ExportRefused} for what it would refuse.
 */
export function documentReader(
  yoga: Pick<ReturnType<typeof createYogaServer>, "getEnveloped">,
  schema: GraphQLSchema,
  rules: OperationRules,
): (text: string) => DocumentNode {
  return (text) => {
    requireRegistered(rules, hash("sha256", text, "hex"));
    const { parse, validate } = yoga.getEnveloped({} as never);
    const document = parse(text);
    const errors: readonly GraphQLError[] = validate(schema, document);
    if (errors.length > 0) throw new ExportRefused(errors);
    return document;
  };
}
