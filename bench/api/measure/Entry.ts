import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Contender } from "../contenders/Contender.ts";
import type { Dialect, Query } from "../queries/Query.ts";

/** One line of a comparison: a contender and how it is asked. */
export type Entry = {
  readonly label: string;
  readonly contender: Contender;
  /** Its requests' bodies for a query, one for each variant. */
  readonly bodies: (query: Query) => readonly string[];
  /** Whether each request is a document that was never seen before. */
  readonly unique: boolean;
};

/** GraphQL in a dialect; with `unique`, as documents that differ in a comment. */
export function graphqlEntry(label: string, contender: Contender, dialect: Dialect, unique = false): Entry {
  const bodies = (query: Query) =>
    variantsOf(query).map((variant) => {
      const { query: document, variables } = query.inDialect[dialect](variant);
      return JSON.stringify({ query: unique ? `${document}\n# #unique#` : document, variables });
    });
  return { label, contender, bodies, unique };
}

export const variantsOf = ({ variants }: Query): number[] => Array.from({ length: variants }, (_, i) => i);

/** Writes bodies where the load finds them, one on each line. */
export function writeBodies(name: string, bodies: readonly string[]): string {
  const directory = resolve(".nektar/bench/bodies");
  mkdirSync(directory, { recursive: true });
  const file = resolve(directory, `${name.replace(/\W+/g, "-")}.txt`);
  writeFileSync(file, `${bodies.join("\n")}\n`);
  return file;
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
