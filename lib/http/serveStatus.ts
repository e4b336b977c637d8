import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Registry } from "prom-client";
import { ConfigError } from "../errors/NektarError.ts";

/** An answer of a status server; `body` is sent as JSON unless it is a string. */
export type StatusAnswer = { readonly status: number; readonly body: unknown };
export type StatusRoute = (path: string) => StatusAnswer | undefined | Promise<StatusAnswer | undefined>;

export type StatusOptions = {
  readonly port: number;
  /** Loopback unless set otherwise. */
  readonly host?: string;
  /** The variable or option that changes the port, for the error message. */
  readonly portSetting: string;
  readonly metrics: Registry;
  /** Whether the process can do its work now; `/ready` answers 200 or 503 with the reason. */
  readonly ready: () => Readiness | Promise<Readiness>;
  /** Further paths; undefined means not found. */
  readonly route?: StatusRoute;
};

export type Readiness = { readonly ready: boolean; readonly reason?: string };

/**
 * Serves `/health` (the process lives), `/ready` and `/metrics` (Prometheus) by GET.
 *
 * @returns the listening server.
 * @throws {ConfigError} when the port is taken or may not be used.
 */
export async function serveStatus(options: StatusOptions): Promise<Server> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : "unknown";
      send(response, { status: 503, body: { ready: false, reason } });
    });
  });
  server.requestTimeout = 5_000;
  await new Promise<void>((done, fail) => {
    server.once("error", (cause: NodeJS.ErrnoException) => fail(portError(options, cause)));
    server.listen(options.port, options.host ?? "127.0.0.1", done);
  });
  return server;
}

/** Stops accepting, ends idle connections and waits for the rest. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), 2_000);
  await closed;
  clearTimeout(force);
}

async function answer(
  options: StatusOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD")
    return send(response, { status: 405, body: { error: "GET only" } });
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  if (path === "/health") return send(response, { status: 200, body: { status: "ok" } });
  if (path === "/ready") {
    const readiness = await options.ready();
    return send(response, { status: readiness.ready ? 200 : 503, body: readiness });
  }
  if (path === "/metrics") {
    response.setHeader("content-type", options.metrics.contentType);
    return send(response, { status: 200, body: await options.metrics.metrics() });
  }
  send(response, (await options.route?.(path)) ?? { status: 404, body: { error: `nothing at ${path}` } });
}

function send(response: ServerResponse, { status, body }: StatusAnswer): void {
  response.statusCode = status;
  if (typeof body === "string") {
    response.end(body);
    return;
  }
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(body));
}

function portError({ port, portSetting }: StatusOptions, cause: NodeJS.ErrnoException): ConfigError {
  const what = cause.code === "EADDRINUSE" ? "is taken" : `cannot be used (${cause.code ?? cause.message})`;
  return new ConfigError(`Port ${port} ${what}. Choose another by ${portSetting}.`, { port }, { cause });
}
