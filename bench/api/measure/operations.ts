import type { Contender } from "../contenders/Contender.ts";
import type { Dialect, Operation, Query } from "../queries/Query.ts";

/** A query's operations in a dialect, one for each variant; where they are pages, the contender is asked for the cursors. */
export async function operationsOf(
  query: Query,
  dialect: Dialect,
  { url }: Contender,
): Promise<readonly Operation[]> {
  const operations: Operation[] = [];
  let after: string | null = null;
  for (let variant = 0; variant < query.variants; variant += 1) {
    const operation = query.inDialect[dialect](variant, after);
    operations.push(operation);
    if (!operation.next) continue;
    const { data } = await post(url, bodyOf(operation));
    after = operation.next(data);
    if (after === null) throw new Error(`${query.name} has no page ${variant + 1} in ${dialect}`);
  }
  return operations;
}

/** A request's body; with `unique`, the load makes of it a document that was never seen before. */
export function bodyOf({ query, variables }: Operation, unique = false): string {
  return JSON.stringify({ query: unique ? `${query}\n# #unique#` : query, variables });
}

/** Sends one body as the load does. @throws {Error} for any answer but 200 without errors. */
export async function post(url: string, body: string): Promise<{ data: unknown; text: string }> {
  const response = await fetch(url, {
    method: "POST",
    body,
    headers: { "content-type": "application/json" },
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (response.status !== 200 || errors !== undefined)
    throw new Error(`${url} answered ${response.status} ${text.slice(0, 500)} to ${body}`);
  return { data, text };
}
