import type { IncomingMessage, ServerResponse } from "node:http";
import { indexerNotReady } from "../errors.ts";
import { type GraphqlOptions, refuse } from "../server/answerGraphql.ts";
import { clientOf } from "../server/client.ts";
import { corsHeaders } from "../server/cors.ts";
import { newRequestScope } from "../server/requestScope.ts";
import type { ExportFormat, Exports } from "./createExports.ts";

export type ExportEdge = Pick<GraphqlOptions, "admit" | "corsOrigins" | "readPosition" | "metrics"> & {
  readonly exports: Exports;
};

/** Answers a request for an export: who asks too often is refused. */
export async function answerExport(
  { exports, admit, corsOrigins, readPosition, metrics }: ExportEdge,
  request: IncomingMessage,
  response: ServerResponse,
  format: ExportFormat,
): Promise<void> {
  const startedAt = performance.now();
  const scope = newRequestScope(request.headers["x-request-id"]);
  scope.operation = "export";
  response.once("close", () => metrics.observe(scope, (performance.now() - startedAt) / 1000));
  response.setHeader("x-request-id", scope.requestId);
  const headers = corsHeaders(request, corsOrigins);
  const refusal = await admit(request);
  if (refusal !== undefined) {
    scope.errorCodes = [refusal.code];
    return refuse(response, refusal, headers);
  }
  const client = clientOf(request);
  const readReadyPosition = async () => {
    const position = await readPosition();
    if (position === undefined) throw indexerNotReady();
    return position;
  };
  await exports(request, response, { format, readPosition: readReadyPosition, client, headers, scope });
}
