import type { IncomingMessage, ServerResponse } from "node:http";
import { execute as executeFields, type GraphQLSchema } from "graphql";
import { isNotModified } from "../cache/isNotModified.ts";
import { createContext, type Services } from "../context.ts";
import type { Position } from "../meta/queries.ts";
import { givenHash } from "../operations/givenHash.ts";
import type { Outcome } from "../plan/answers.ts";
import type { Prepared } from "../plan/countedPlan.ts";
import type { Executor } from "../plan/Executor.ts";
import type { Client } from "./client.ts";
import { type CorsOrigins, corsHeaders } from "./cors.ts";
import type { KnownDocuments } from "./KnownDocuments.ts";
import { operationLabel } from "./observePlugin.ts";
import type { RequestScope } from "./requestScope.ts";

export type LaneOptions = {
  readonly services: Services;
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  readonly documents: KnownDocuments;
  readonly corsOrigins: CorsOrigins;
};

/** What the lane leaves to Yoga: the outcome when it has executed the operation. */
export type LeftOver = { readonly outcome?: Outcome };

/** It has answered, or its client is gone. */
export const answered = Symbol("answered");

export type Asked = {
  readonly scope: RequestScope;
  readonly position: Position;
  readonly client: Client;
  readonly body: string;
};

/**
 * The short way of a known document: answers what Yoga would, byte for byte, without Yoga. Everything that is not plain
 * it leaves: other methods and headers, documents that were not seen before, and answers with errors.
 */
export type Lane = (
  request: IncomingMessage,
  response: ServerResponse,
  asked: Asked,
) => Promise<LeftOver | typeof answered>;

export function createLane(options: LaneOptions): Lane {
  return async (request, response, { scope, position, client, body }) => {
    const contentType = plainContentType(request);
    if (contentType === undefined) return {};
    const parameters = readParameters(body);
    const prepared = parameters && prepare(options, parameters);
    if (parameters === undefined || prepared === undefined || prepared.node.operation === "subscription")
      return {};
    scope.operation = operationLabel(prepared.node);
    const outcome = await execute(options, prepared, parameters, position, client);
    if (outcome === undefined) return answered;
    if (outcome.errors.length > 0) return { outcome };
    scope.lane = "known";
    scope.rows = outcome.rows ?? 0;
    const headers = ["x-request-id", scope.requestId, "x-nektar-block", position.indexed.number.toString()];
    for (const [name, value] of Object.entries(corsHeaders(request, options.corsOrigins)))
      headers.push(name, value);
    const { etag } = outcome;
    if (etag !== undefined) headers.push("etag", etag);
    if (etag !== undefined && isNotModified(request.headers["if-none-match"], etag))
      response.writeHead(304, headers).end();
    else write(response, `{"data":${outcome.data}}`, headers, contentType);
    return answered;
  };
}

/** @returns undefined when the client has gone. */
async function execute(
  { services, schema, executor }: LaneOptions,
  prepared: Prepared,
  { variables }: Parameters,
  position: Position,
  client: Client,
): Promise<Outcome | undefined> {
  const newContext = () => createContext(services, position, client);
  try {
    return await executor.execute(prepared, {
      variables,
      position,
      signal: client.gone,
      ...(prepared.node.operation === "mutation" ? { context: newContext() } : {}),
      executeRest: (document) =>
        executeFields({
          ...{ schema, document, variableValues: variables ?? {} },
          contextValue: newContext(),
        }),
    });
  } catch (error) {
    if (client.gone.aborted) return undefined;
    throw error;
  }
}

const json = "application/json";
const graphqlJson = "application/graphql-response+json";

/** The answer's content type; undefined when the request is no plain POST of JSON. */
function plainContentType({ method, url, headers }: IncomingMessage): string | undefined {
  if (method !== "POST" || url !== "/graphql") return undefined;
  if (headers["content-encoding"] !== undefined || headers["access-control-request-headers"] !== undefined)
    return undefined;
  const given = headers["content-type"];
  if (given !== json && given !== `${json}; charset=utf-8` && given !== `${json};charset=utf-8`)
    return undefined;
  const accepted = headers.accept ?? "*/*";
  // What Yoga makes of these.
  if (accepted === graphqlJson || accepted === `${graphqlJson}, ${json}`)
    return `${graphqlJson}; charset=utf-8`;
  return accepted === "*/*" || accepted === json ? `${json}; charset=utf-8` : undefined;
}

type Parameters = {
  readonly query: string | undefined;
  /** Of the query that is asked for by it alone. */
  readonly sha256: string | undefined;
  readonly variables: Record<string, unknown> | null | undefined;
  readonly operationName: string | null | undefined;
};
const known = new Set(["query", "variables", "operationName", "extensions"]);

/** @returns undefined for anything that is not plainly the body of one operation. */
function readParameters(text: string): Parameters | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(body) || Object.keys(body).some((name) => !known.has(name))) return undefined;
  const { query, variables, operationName, extensions } = body;
  const sha256 = extensions == null ? undefined : givenHash(extensions);
  if (sha256 === null) return undefined;
  if (query != null && typeof query !== "string") return undefined;
  // Whether a text has the hash that comes with it is Yoga's to check: it comes so once.
  if ((query == null) === (sha256 === undefined)) return undefined;
  if (variables != null && !isObject(variables)) return undefined;
  if (operationName != null && typeof operationName !== "string") return undefined;
  if (extensions != null && !isObject(extensions)) return undefined;
  return {
    query: query ?? undefined,
    sha256,
    variables: variables as Parameters["variables"],
    operationName,
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function prepare(
  { executor, documents }: LaneOptions,
  { query, sha256, operationName }: Parameters,
): Prepared | undefined {
  const document = query === undefined ? documents.findByHash(sha256 ?? "")?.document : documents.find(query);
  return document && executor.prepare(document, operationName);
}

function write(response: ServerResponse, text: string, headers: string[], contentType: string): void {
  const bytes = Buffer.byteLength(text);
  headers.push("content-type", contentType, "content-length", String(bytes));
  response.writeHead(200, headers);
  // Equal bytes in either, and of a long text the first takes a fraction of the time.
  response.end(text, bytes === text.length ? "latin1" : "utf8");
}
