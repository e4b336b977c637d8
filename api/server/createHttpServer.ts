import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Hex } from "viem";
import type { Logger } from "../../lib/logging/createLogger.ts";
import type { Position } from "../meta/queries.ts";
import type { Admission, Refusal } from "../protection/admit.ts";
import { bundleEpochOf, sendBundle } from "../rewards/sendBundle.ts";
import { evidenceHashOf, type readEvidence, sendEvidence } from "../slashing/sendEvidence.ts";
import { clientOf } from "./client.ts";
import { type CorsOrigins, corsHeaders } from "./cors.ts";
import { graphqlPath, type RequestContext } from "./createYogaServer.ts";
import { answered, type Lane } from "./lane.ts";
import type { Metrics } from "./metrics.ts";
import { newRequestScope, requestScope } from "./requestScope.ts";

export type HttpOptions = {
  readonly graphql: (
    request: IncomingMessage,
    response: ServerResponse,
    context: RequestContext,
  ) => Promise<void> | void;
  /** Tried before `graphql`. */
  readonly lane: Lane;
  readonly readPosition: () => Position | undefined | Promise<Position | undefined>;
  /** The parts of an epoch's gzipped bundle; none when it has none. */
  readonly readBundle: (epoch: bigint) => AsyncIterable<Buffer>;
  /** The bundle that proves an equivocation, by its evidence's hash. */
  readonly readEvidence: (evidenceHash: Hex) => ReturnType<typeof readEvidence>;
  readonly admit: Admission;
  readonly corsOrigins: CorsOrigins;
  /** False while the indexer has not restored all its rows after a restart. */
  readonly isSettled: () => Promise<boolean>;
  /** Blocks by which the indexer is behind the chain; undefined when no node answers. */
  readonly lag: (position: Position) => Promise<number | undefined>;
  readonly maxLagBlocks: number;
  readonly metrics: Metrics;
  readonly logger: Logger;
};

/** A client that sends slower than this is cut off. */
const headersTimeoutMs = 10_000;
const requestTimeoutMs = 15_000;

/** The HTTP server of the process: GraphQL, bundles, `/health`, `/ready` and `/metrics`. Not listening yet. */
export function createHttpServer(options: HttpOptions): Server {
  const server = createServer((request, response) => {
    answer(options, request, response).catch((error: unknown) => {
      options.logger.error({ err: error }, "a request failed");
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { error: "The server failed." });
    });
  });
  server.headersTimeout = headersTimeoutMs;
  server.requestTimeout = requestTimeoutMs;
  return server;
}

async function answer(
  options: HttpOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? "/").split("?", 1)[0];
  if (path === graphqlPath) return answerGraphql(options, request, response);
  const page = pageOf(options, path ?? "/");
  if (page === undefined) return sendJson(response, 404, nothingHere);
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("allow", "GET, HEAD");
    return sendJson(response, 405, { error: "GET only" });
  }
  return page(response);
}

const nothingHere = { error: "Nothing here. GraphQL is at /graphql." };

/** What is read at a path beside GraphQL; undefined for a path with nothing. */
function pageOf(
  options: HttpOptions,
  path: string,
): ((response: ServerResponse) => void | Promise<void>) | undefined {
  if (path === "/") return (response) => redirect(response, graphqlPath);
  if (path === "/health") return (response) => sendJson(response, 200, { status: "ok" });
  if (path === "/ready") return (response) => answerReady(options, response);
  if (path === "/metrics") return (response) => answerMetrics(options, response);
  const send = fileOf(options, path);
  if (send === undefined) return undefined;
  return async (response) => {
    if (!(await send(response))) sendJson(response, 404, nothingHere);
  };
}

/** A bundle that a path may name; sent unless there is none. */
function fileOf(
  { readBundle, readEvidence }: HttpOptions,
  path: string,
): ((response: ServerResponse) => Promise<boolean>) | undefined {
  const epoch = bundleEpochOf(path);
  if (epoch !== undefined) return (response) => sendBundle(response, epoch, readBundle(epoch));
  const hash = evidenceHashOf(path);
  if (hash === undefined) return undefined;
  return async (response) => sendEvidence(response, await readEvidence(hash));
}

async function answerGraphql(
  { graphql, lane, admit, corsOrigins, readPosition, metrics, logger }: HttpOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const startedAt = performance.now();
  const given = request.headers["x-request-id"];
  const scope = newRequestScope(Array.isArray(given) ? given[0] : given);
  const observe = () => metrics.observe(scope, (performance.now() - startedAt) / 1000);
  const admitted = await admit(request);
  if ("status" in admitted) {
    scope.errorCodes = [admitted.code];
    response.setHeader("x-request-id", scope.requestId);
    refuse(response, admitted, corsHeaders(request, corsOrigins));
    return observe();
  }
  let position: Position | undefined;
  try {
    position = await readPosition();
  } catch (error) {
    logger.error({ requestId: scope.requestId, err: error }, "the indexer's position cannot be read");
  }
  const client = clientOf(request);
  const left = position && (await lane(request, response, { scope, position, client }));
  if (left === answered) return observe();
  response.setHeader("x-request-id", scope.requestId);
  if (position !== undefined) response.setHeader("x-nektar-block", position.indexed.number.toString());
  response.once("close", observe);
  await requestScope.run(scope, async () => graphql(request, response, { ...left, position, client }));
}

async function answerReady(options: HttpOptions, response: ServerResponse): Promise<void> {
  const { readPosition, isSettled, maxLagBlocks, metrics } = options;
  const position = await Promise.resolve()
    .then(readPosition)
    .catch(() => null);
  if (position === null)
    return sendJson(response, 503, { ready: false, reason: "the database does not answer" });
  if (position === undefined)
    return sendJson(response, 503, { ready: false, reason: "the indexer has not indexed the chain yet" });
  const lag = await options.lag(position);
  metrics.position(position, lag);
  const indexedBlock = position.indexed.number.toString();
  const refusal = !(await isSettled().catch(() => false))
    ? "the indexer restores its rows after a restart"
    : lag !== undefined && lag > maxLagBlocks
      ? "the indexer is too far behind the chain"
      : undefined;
  if (refusal !== undefined)
    return sendJson(response, 503, { ready: false, reason: refusal, indexedBlock, lag });
  sendJson(response, 200, { ready: true, indexedBlock, lag });
}

async function answerMetrics(
  { readPosition, lag, metrics }: HttpOptions,
  response: ServerResponse,
): Promise<void> {
  const position = await Promise.resolve()
    .then(readPosition)
    .catch(() => undefined);
  if (position !== undefined) metrics.position(position, await lag(position));
  response.setHeader("content-type", metrics.registry.contentType);
  response.end(await metrics.registry.metrics());
}

function refuse(
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

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
