import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { type DocumentNode, execute, type GraphQLSchema, getVariableValues } from "graphql";
import { createContext, type Services } from "../context.ts";
import { badInput } from "../errors.ts";
import type { Position } from "../meta/queries.ts";
import type { ExecutionRequest } from "../plan/ExecutionRequest.ts";
import type { Executor } from "../plan/Executor.ts";
import { nestsTooDeep } from "../plan/nesting.ts";
import type { Admission } from "../protection/admit.ts";
import type { Client } from "../server/client.ts";
import type { ErrorMask } from "../server/maskError.ts";
import type { RequestScope } from "../server/requestScope.ts";
import { type ExportedList, exportedList } from "./exportedList.ts";
import { type Format, formats } from "./formats.ts";
import { type Asked, readAsked } from "./readAsked.ts";
import { ExportRefused, readPages } from "./readPages.ts";

export type ExportOptions = {
  readonly services: Services;
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  /** Parses and validates, with the limits that every operation has. @throws {GraphQLError} */
  readonly readDocument: (text: string) => DocumentNode;
  /** Rows of one export at most. */
  readonly mostRows: number;
  /** Each page after the first counts as a request, too. */
  readonly admit: Admission;
  readonly maskError: ErrorMask;
};

export type ExportFormat = keyof typeof formats;
type Given = {
  readonly format: ExportFormat;
  /** @throws {GraphQLError} INDEXER_NOT_READY */
  readonly readPosition: () => Promise<Position>;
  readonly client: Client;
  readonly headers: Record<string, string>;
  readonly scope: RequestScope;
};
/** Answers a request for a list as a file. */
export type Exports = (request: IncomingMessage, response: ServerResponse, given: Given) => Promise<void>;

const paths: Readonly<Record<string, ExportFormat>> = { "/export.csv": "csv", "/export.json": "json" };
/** How a path wants a list written; undefined for any other path. */
export const exportFormatOf = (path: string): ExportFormat | undefined => paths[path];

export function createExports(options: ExportOptions): Exports {
  return async (request, response, { format: name, readPosition, client, headers, scope }) => {
    const format = formats[name];
    try {
      const asked = await readAsked(request);
      const position = await readPosition();
      const waitForTurn = () => admitted(options, request, client);
      const { list, pages } = open(options, asked, { position, client }, waitForTurn);
      // Nothing is sent before the first page is there: until then an error has a status of its own.
      const first = await pages.next();
      response.writeHead(200, {
        ...headers,
        "content-type": format.contentType,
        "content-disposition": `attachment; filename="${list.name}.${name}"`,
        ...(list.block === undefined ? {} : { "x-nektar-block": list.block.toString() }),
      });
      const rest = first.done === true ? [] : prepended(first.value, pages);
      await pipeline(Readable.from(write(format, list, rest)), response, { signal: client.gone });
    } catch (error) {
      if (client.gone.aborted) return;
      // Half a file must not look like a whole one.
      if (response.headersSent) throw error;
      refuse(options, response, error, { headers, scope });
    }
  };
}

function open(
  { services, schema, executor, readDocument, mostRows }: ExportOptions,
  { query, variables, operationName }: Asked,
  { position, client }: Pick<Given, "client"> & { readonly position: Position },
  waitForTurn: () => Promise<void>,
) {
  const prepared = executor.prepare(readDocument(query), operationName);
  if (prepared === undefined) throw badInput("The document has no such operation.");
  if (nestsTooDeep(variables)) throw badInput("Variables nest too deep.");
  const definitions = prepared.node.variableDefinitions ?? [];
  const { coerced, errors } = getVariableValues(schema, definitions, variables ?? {}, { maxErrors: 50 });
  if (coerced === undefined) throw new ExportRefused(errors ?? []);
  const list = exportedList({ schema, variables: coerced, position, ...prepared });
  const request: ExecutionRequest = {
    ...{ variables, position, signal: client.gone },
    executeRest: (document) => {
      const contextValue = createContext(services, position, client);
      return execute({ schema, document, variableValues: variables ?? {}, contextValue });
    },
  };
  const { fragments } = prepared;
  return { list, pages: readPages({ executor, fragments, list, request, mostRows, waitForTurn }) };
}

async function admitted({ admit }: ExportOptions, request: IncomingMessage, { gone }: Client): Promise<void> {
  for (;;) {
    const refusal = await admit(request);
    if (refusal === undefined) return;
    await sleep((refusal.retryAfterSeconds ?? 1) * 1_000, undefined, { signal: gone });
  }
}

type Pages = AsyncIterable<readonly unknown[]> | Iterable<readonly unknown[]>;

async function* prepended(first: readonly unknown[], rest: AsyncIterable<readonly unknown[]>) {
  yield first;
  yield* rest;
}

async function* write(format: Format, { columns }: ExportedList, pages: Pages): AsyncGenerator<string> {
  yield format.begin(columns);
  let isFirst = true;
  for await (const rows of pages) {
    const text = format.rows(rows, columns, isFirst);
    isFirst &&= rows.length === 0;
    if (text !== "") yield text;
  }
  yield format.end;
}

const statuses: Readonly<Record<string, number>> = {
  ...{ INTERNAL_SERVER_ERROR: 500, QUERY_TIMEOUT: 503, OVERLOADED: 503, NODE_UNAVAILABLE: 503 },
};

function refuse(
  { maskError }: ExportOptions,
  response: ServerResponse,
  error: unknown,
  { headers, scope }: Pick<Given, "headers" | "scope">,
): void {
  const found = error instanceof ExportRefused ? error.errors : [error];
  const errors = found.map((each) => maskError(each, scope));
  scope.errorCodes = errors.map(({ extensions }) => String(extensions.code ?? "GRAPHQL_VALIDATION_FAILED"));
  const { code, http } = (errors[0]?.extensions ?? {}) as { code?: string; http?: { status?: number } };
  const status = http?.status ?? statuses[code ?? ""] ?? 400;
  response.writeHead(status, { ...headers, "content-type": "application/json; charset=utf-8" });
  const told = errors.map((each) => ({ ...each.toJSON(), extensions: { code: each.extensions.code } }));
  response.end(JSON.stringify({ errors: told }));
}
