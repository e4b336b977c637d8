import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { badInput, clientError } from "../errors.ts";
import { maxBodyBytes } from "../server/limits.ts";
import { readBody, tooLarge } from "../server/readBody.ts";

const askedShape = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** What an export is of: as a GraphQL request has it. */
export type Asked = z.infer<typeof askedShape>;

/**
 * Reads a request for an export: the parameters of GET, or the JSON of POST.
 * @throws {GraphQLError} BAD_USER_INPUT for anything else.
 */
export async function readAsked(request: IncomingMessage): Promise<Asked> {
  const asked = request.method === "GET" ? fromUrl(request.url ?? "") : await fromBody(request);
  const parsed = askedShape.safeParse(asked);
  if (!parsed.success)
    throw badInput(
      "An export takes `query`, `variables` and `operationName`, as GraphQL over HTTP has them.",
    );
  return parsed.data;
}

function fromUrl(url: string): unknown {
  const { searchParams } = new URL(url, "http://localhost");
  const variables = searchParams.get("variables");
  return {
    query: searchParams.get("query"),
    operationName: searchParams.get("operationName"),
    variables: variables === null ? null : fromText(variables),
  };
}

async function fromBody(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request);
  if (body === tooLarge)
    throw clientError("REQUEST_ENTITY_TOO_LARGE", `A body has ${maxBodyBytes} bytes at most.`, {
      status: 413,
    });
  return fromText(body ?? "");
}

/** @returns what no request is, for a text that is no JSON. */
function fromText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
