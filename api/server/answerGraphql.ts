import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "../../lib/logging/createLogger.ts";
import type { Position } from "../meta/queries.ts";
import type { Admission, Refusal } from "../protection/admit.ts";
import { clientOf } from "./client.ts";
import { type CorsOrigins, corsHeaders } from "./cors.ts";
import { answered, type Lane } from "./lane.ts";
import type { Metrics } from "./metrics.ts";
import type { RequestContext } from "./RequestContext.ts";
import { readBody, tooLarge } from "./readBody.ts";
import { newRequestScope, type RequestScope } from "./requestScope.ts";

export type GraphqlOptions = {
  readonly graphql: (
    request: IncomingMessage,
    response: ServerResponse,
    context: RequestContext,
  ) => Promise<void> | void;
  /** Tried before `graphql`. */
  readonly lane: Lane;
  readonly readPosition: () => Position | undefined | Promise<Position | undefined>;
  readonly admit: Admission;
  readonly corsOrigins: CorsOrigins;
  readonly metrics: Metrics;
  readonly logger: Logger;
};

/** Answers a request at GraphQL's path: who asks too often is refused, known documents go the short way, all others to Yoga. */
export async function answerGraphql(
  options: GraphqlOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { metrics } = options;
  const startedAt = performance.now();
  const scope = newRequestScope(request.headers["x-request-id"]);
  let refusal = await options.admit(request);
  const body = refusal === undefined && request.method === "POST" ? await readBody(request) : "";
  if (body === tooLarge) refusal = oversized;
  if (refusal !== undefined) {
    scope.errorCodes = [refusal.code];
    response.setHeader("x-request-id", scope.requestId);
    refuse(response, refusal, corsHeaders(request, options.corsOrigins));
  }
  // Without a body its client has gone.
  if (refusal !== undefined || body === undefined || body === tooLarge)
    return observe(metrics, scope, startedAt);
  const position = await positionFor(options, scope);
  const client = clientOf(request);
  const left = position && (await options.lane(request, response, { scope, position, client, body }));
  if (left === answered) return observe(metrics, scope, startedAt);
  response.setHeader("x-request-id", scope.requestId);
  if (position !== undefined) response.setHeader("x-nektar-block", position.indexed.number.toString());
  response.once("close", () => observe(metrics, scope, startedAt));
  // Yoga takes a body from here once the request was read, but not an empty one: this is no JSON either.
  if (request.method === "POST") (request as IncomingMessage & { body?: string }).body = body || " ";
  await options.graphql(request, response, { ...left, position, client, scope });
}

const oversized: Refusal = {
  status: 413,
  code: "REQUEST_ENTITY_TOO_LARGE",
  message: "Request body too large",
};

function observe(metrics: Metrics, scope: RequestScope, startedAt: number): void {
  metrics.observe(scope, (performance.now() - startedAt) / 1000);
}

async function positionFor(
  { readPosition, logger }: GraphqlOptions,
  { requestId }: RequestScope,
): Promise<Position | undefined> {
  try {
    return await readPosition();
  } catch (error) {
    logger.error({ requestId, err: error }, "the indexer's position cannot be read");
    return undefined;
  }
}

/** Says why a request is not answered. */
export function refuse(
  response: ServerResponse,
  { status, code, message, retryAfterSeconds }: Refusal,
  headers: Record<string, string>,
): void {
  response.writeHead(status, {
    ...headers,
    "content-type": "application/json; charset=utf-8",
    // What the client sends after this is not read.
    connection: "close",
    ...(retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) }),
  });
  response.end(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}
