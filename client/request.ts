import type { TypedDocument } from "./TypedDocument.ts";

/** One of the `errors` of an answer. */
export type GraphqlFault = {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
};

/** The API answered with errors, or with none of GraphQL's. Branch on `code`; docs/api.md says what each means. */
export class GraphqlRequestError extends Error {
  readonly status: number;
  readonly faults: readonly GraphqlFault[];
  /** Seconds after which to try again, when the API says so. */
  readonly retryAfterSeconds: number | undefined;

  constructor(response: Response, faults: readonly GraphqlFault[]) {
    super(faults[0]?.message ?? `The API answered with status ${response.status}.`);
    this.name = "GraphqlRequestError";
    this.status = response.status;
    this.faults = faults;
    const given = Number(response.headers.get("retry-after") ?? Number.NaN);
    this.retryAfterSeconds = Number.isFinite(given) ? given : undefined;
  }

  get code(): string | undefined {
    return this.faults[0]?.extensions?.code;
  }
}

export type RequestOptions = {
  readonly apiKey?: string;
  readonly signal?: AbortSignal;
};

/**
 * Sends a query or a mutation and returns its data.
 *
 * @param url of the API, with its path: `http://127.0.0.1:4000/graphql`.
 * @throws {GraphqlRequestError} when the answer has errors or is none; what `fetch` throws when there is no answer.
 */
export async function request<Result, Variables extends Record<string, unknown>>(
  url: string,
  document: TypedDocument<Result, Variables>,
  variables: Variables,
  { apiKey, signal }: RequestOptions = {},
): Promise<Result> {
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json, application/json",
      ...(apiKey === undefined ? {} : { "x-api-key": apiKey }),
    },
    body: JSON.stringify({ query: document.text, variables }),
    ...(signal === undefined ? {} : { signal }),
  });
  const answer = (await response.json().catch(() => ({}))) as { data?: Result; errors?: GraphqlFault[] };
  if (answer.errors !== undefined || answer.data === undefined || answer.data === null)
    throw new GraphqlRequestError(response, answer.errors ?? []);
  return answer.data;
}
