import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Hex } from "viem";
import { answerExport, type ExportEdge } from "../export/answerExport.ts";
import { exportFormatOf } from "../export/createExports.ts";
import type { Position } from "../meta/queries.ts";
import { bundleEpochOf, sendBundle } from "../rewards/sendBundle.ts";
import { evidenceHashOf, type readEvidence, sendEvidence } from "../slashing/sendEvidence.ts";
import { answerGraphql, type GraphqlOptions } from "./answerGraphql.ts";
import { graphqlPath } from "./createYogaServer.ts";

export type HttpOptions = GraphqlOptions &
  ExportEdge & {
    /** The parts of an epoch's gzipped bundle; none when it has none. */
    readonly readBundle: (epoch: bigint) => AsyncIterable<Buffer>;
    /** The bundle that proves an equivocation, by its evidence's hash. */
    readonly readEvidence: (evidenceHash: Hex) => ReturnType<typeof readEvidence>;
    /** False while the indexer has not restored all its rows after a restart. */
    readonly isSettled: () => Promise<boolean>;
    /** Blocks by which the indexer is behind the chain; undefined when no node answers. */
    readonly lag: (position: Position) => Promise<number | undefined>;
    readonly maxLagBlocks: number;
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
  const format = exportFormatOf(path ?? "/");
  if (format !== undefined && (request.method === "GET" || request.method === "POST"))
    return answerExport(options, request, response, format);
  if (format !== undefined) return refuseMethod(response, "GET, POST");
  const page = pageOf(options, path ?? "/");
  if (page === undefined) return sendJson(response, 404, nothingHere);
  if (request.method !== "GET" && request.method !== "HEAD") return refuseMethod(response, "GET, HEAD");
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

function refuseMethod(response: ServerResponse, allowed: string): void {
  response.setHeader("allow", allowed);
  sendJson(response, 405, { error: "Another method is needed." });
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
