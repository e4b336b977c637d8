import type { Contender } from "../contenders/Contender.ts";
import type { Query } from "../queries/Query.ts";
import { post, variantsOf } from "./Entry.ts";

/** The SQL of a query, and the floor's request for each of its variants. */
export type Recorded = { readonly texts: readonly string[]; readonly bodies: readonly string[] };

/**
 * What SQL Nektar's API sends for a query. How far the indexer is, which it asks from time to time and not for each
 * request, is left out.
 *
 * @throws {Error} when variants differ in more than values.
 */
export async function recordStatements(nektar: Contender, query: Query): Promise<Recorded> {
  let texts: readonly string[] | undefined;
  const bodies: string[] = [];
  for (const variant of variantsOf(query)) {
    const { query: document, variables } = query.inDialect.nektar(variant);
    const body = JSON.stringify({ query: document, variables });
    const sent = await nektar.record(() => post(nektar.url, body));
    const statements = sent.filter(({ text }) => !text.includes("_ponder_checkpoint"));
    const found = statements.map(({ text }) => text);
    texts ??= found;
    if (texts.join("\n") !== found.join("\n"))
      throw new Error(`${query.name} is not always the same SQL: ${texts.join("\n")}\n${found.join("\n")}`);
    const values = statements.map((statement) => statement.values.map(asText));
    bodies.push(JSON.stringify({ query: query.name, values }));
  }
  return { texts: texts ?? [], bodies };
}

const asText = (value: unknown) => (typeof value === "bigint" ? value.toString() : value);
