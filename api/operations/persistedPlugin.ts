import { hash } from "node:crypto";
import type { GraphQLError } from "graphql";
import type { GraphQLParams, Plugin } from "graphql-yoga";
import { clientError } from "../errors.ts";
import type { KnownDocuments } from "../server/KnownDocuments.ts";
import { givenHash } from "./givenHash.ts";
import type { RegisteredOperations } from "./readOperations.ts";

export type OperationRules = {
  readonly registered: RegisteredOperations;
  /** Whether nothing but those is executed. */
  readonly onlyRegistered: boolean;
};

/**
 * Operations that are asked for by their hash, as Apollo's automatic persisted queries have it. Kept are registered
 * ones, and documents that were executed before: what was refused by validation or by a limit is never kept.
 *
 * Our own, since `@graphql-yoga/plugin-apq` keeps texts before they are validated, and `plugin-persisted-operations`
 * has neither texts of registered operations nor a check of a hash that comes with one.
 */
export function persistedPlugin(
  rules: OperationRules,
  documents: KnownDocuments,
): Plugin<{ readonly params: GraphQLParams }> {
  const { registered, onlyRegistered } = rules;
  const textOf = (sha256: string): string => {
    const text = registered.get(sha256) ?? documents.findByHash(sha256)?.text;
    if (text !== undefined) return text;
    throw onlyRegistered ? notRegistered() : notFound();
  };
  return {
    onParams({ params, setParams }) {
      const given = givenHash(params.extensions);
      if (given === null) throw malformed();
      if (params.query) check(params, given);
      else if (given !== undefined) setParams({ ...params, query: textOf(given) });
    },
    // Of queries and mutations `plannedExecution` does it.
    onSubscribe({ args }) {
      const { query } = args.contextValue.params;
      if (query) documents.remember(query, args.document);
    },
  };

  function check({ query = "" }: GraphQLParams, given: string | undefined): void {
    if (given === undefined && !onlyRegistered) return;
    const sha256 = hash("sha256", query, "hex");
    if (given !== undefined && given !== sha256) throw mismatch();
    requireRegistered(rules, sha256);
  }
}

/** @throws {GraphQLError} OPERATION_NOT_REGISTERED where nothing but registered operations is executed, and the one with this hash is none. */
export function requireRegistered({ registered, onlyRegistered }: OperationRules, sha256: string): void {
  if (onlyRegistered && !registered.has(sha256)) throw notRegistered();
}

/** Clients know it by its message, and send the text then. With `application/json` its status is 200. */
const notFound = (): GraphQLError =>
  clientError("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound", { status: 404, spec: true });

const notRegistered = (): GraphQLError =>
  clientError("OPERATION_NOT_REGISTERED", "Only registered operations are executed here.", { status: 403 });

const mismatch = (): GraphQLError =>
  clientError("PERSISTED_QUERY_MISMATCH", "`sha256Hash` is not the hash of `query`.", { status: 400 });

const malformed = (): GraphQLError =>
  clientError(
    "BAD_USER_INPUT",
    "`extensions.persistedQuery` must have version 1 and `sha256Hash`, 64 hex digits in lowercase.",
    { status: 400 },
  );
