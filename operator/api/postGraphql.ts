import type { z } from "zod";
import type { TypedDocument } from "../../client/TypedDocument.ts";
import { NektarError } from "../../lib/errors/NektarError.ts";
import { postBounded } from "../../lib/http/postBounded.ts";

/** The endpoint gave no answer that can be used: it is down, slow, busy, or no Nektar API. */
export class ApiError extends NektarError {
  readonly code = "API_UNUSABLE";
}

/** Longest answer that is read, in bytes: a page of tasks with long payloads fits many times. */
export const mostAnswerBytes = 4 * 1024 * 1024;
const timeoutMs = 8_000;

const headers = {
  accept: "application/graphql-response+json, application/json",
  // Guards against cross-site requests ask for any header that a plain form cannot send.
  "x-nektar-csrf": "nektar-operator",
};

/**
 * Sends one GraphQL request and returns the `data` of its answer, read by `form`. The answer's size and the time for all of it
 * are bounded, redirects are not followed.
 *
 * @throws {ApiError} when the answer is none of GraphQL, or has another form.
 * @throws {NoAnswerError} when it is too late or too long.
 */
export async function postGraphql<Variables extends Readonly<Record<string, unknown>>, Answer>(
  url: string,
  document: TypedDocument<unknown, Variables>,
  variables: Variables,
  form: z.ZodType<Answer>,
  signal: AbortSignal,
): Promise<Answer> {
  const body = JSON.stringify({ query: document.text, variables });
  const { status, text } = await postBounded(url, {
    body,
    headers,
    timeoutMs,
    mostBytes: mostAnswerBytes,
    signal,
  });
  if (status < 200 || status > 299) throw new ApiError(`The API answered with status ${status}.`);
  const answer = form.safeParse(dataOf(text));
  if (!answer.success) throw new ApiError("The API's answer has not the form that the schema promises.");
  return answer.data;
}

function dataOf(text: string): unknown {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ApiError("The API's answer is not JSON.");
  }
  if (typeof json !== "object" || json === null) throw new ApiError("The API's answer is not an object.");
  if ("errors" in json && Array.isArray(json.errors) && json.errors.length > 0) {
    throw new ApiError("The API answered with errors.", { first: firstMessage(json.errors[0]) });
  }
  if (!("data" in json)) throw new ApiError("The API's answer holds no data.");
  return json.data;
}

function firstMessage(error: unknown): string {
  const message =
    typeof error === "object" && error !== null && "message" in error ? error.message : undefined;
  return String(message).slice(0, 200);
}
