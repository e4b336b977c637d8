import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ConfigError } from "../errors/NektarError.ts";

/** What a route answers: an object becomes JSON, a string stays text. */
export type StatusAnswer = {
  readonly status?: number;
  readonly contentType?: string;
  readonly body: unknown;
};

export type StatusOptions = {
  readonly port: number;
  /** Interface to listen on; every one by default, since orchestrators probe from outside. */
  readonly host?: string;
  /** The variable that sets the port, named when the port is taken, e.g. `JOBS_PORT`. */
  readonly portVariable: string;
  /** Resolves to undefined when the process can do its work, else to the reason why not. */
  readonly notReady: () => Promise<string | undefined>;
  /** A registry of prom-client. */
  readonly metrics: { readonly contentType: string; metrics(): Promise<string> };
  /** Further paths, exact, e.g. `/nektar/node`. */
  readonly routes?: Readonly<Record<string, () => Promise<StatusAnswer>>>;
};

export type StatusServer = { readonly port: number; close(): Promise<void> };

/**
 * Serves `/health` (the process lives), `/ready` (503 and the reason until it can work), `/metrics` (Prometheus)
 * and `routes`. Port 0 takes any free port.
 *
 * @throws {ConfigError} when the port cannot be listened on; the message names the port and its variable.
 */
export async function serveStatus(options: StatusOptions): Promise<StatusServer> {
  const routes: Record<string, () => Promise<StatusAnswer>> = {
    ...options.routes,
    "/health": async () => ({ body: { status: "ok" } }),
    "/ready": async () => {
      const reason = await options.notReady();
      return reason === undefined
        ? { body: { status: "ready" } }
        : { status: 503, body: { status: "not ready", reason } };
    },
    "/metrics": async () => ({
      contentType: options.metrics.contentType,
      body: await options.metrics.metrics(),
    }),
  };
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (request.method !== "GET" && request.method !== "HEAD")
      return write(response, { status: 405, body: { error: "Only GET is served here." } });
    if (!route) return write(response, { status: 404, body: { error: "Not found." } });
    route().then(
      (answer) => write(response, answer),
      // The reason stays out of the answer: it may name hosts.
      () => write(response, { status: 500, body: { error: "The answer could not be made." } }),
    );
  });
  server.requestTimeout = 10_000;
  await listen(server, options);
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

function write(response: ServerResponse, answer: StatusAnswer): void {
  const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  const contentType =
    answer.contentType ??
    (typeof answer.body === "string" ? "text/plain; charset=utf-8" : "application/json");
  response.writeHead(answer.status ?? 200, { "content-type": contentType, "cache-control": "no-store" });
  response.end(text);
}

function listen(server: Server, options: StatusOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === "EADDRINUSE" ? "is taken" : "cannot be listened on";
      reject(
        new ConfigError(
          `Port ${options.port} ${reason}. Free it or set ${options.portVariable}.`,
          { port: options.port },
          { cause },
        ),
      );
    });
    server.listen(options.port, options.host ?? "0.0.0.0", () => resolve());
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
