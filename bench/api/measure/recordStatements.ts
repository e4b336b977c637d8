import type { Contender } from "../contenders/Contender.ts";
import type { Operation } from "../queries/Query.ts";
import { bodyOf, post } from "./operations.ts";

/** The SQL of a query, and the floor's request for each of its variants. */
export type Recorded = { readonly texts: readonly string[]; readonly bodies: readonly string[] };

/** What the API asks from time to time to know whether rows have changed, not for a request. */
const watching = /_ponder_checkpoint|_ponder_meta/;

/**
 * What SQL Nektar's API sends for a query. Where variants differ in more than values, as the first page does, the floor is
 * asked for those alone whose SQL most have.
 */
export async function recordStatements(
  nektar: Contender,
  name: string,
  operations: readonly Operation[],
): Promise<Recorded> {
  const byText = new Map<string, { texts: string[]; bodies: string[] }>();
  for (const operation of operations) {
    const sent = await nektar.record(() => post(nektar.url, bodyOf(operation)));
    const statements = sent.filter(({ text }) => !watching.test(text));
    const texts = statements.map(({ text }) => text);
    const values = statements.map((statement) => statement.values.map(asText));
    const alike = byText.get(texts.join("\n")) ?? { texts, bodies: [] };
    alike.bodies.push(JSON.stringify({ query: name, values }));
    byText.set(texts.join("\n"), alike);
  }
  const [most] = [...byText.values()].sort((a, b) => b.bodies.length - a.bodies.length);
  if (!most) throw new Error(`${name} has no variants`);
  return most;
}

const asText = (value: unknown) => (typeof value === "bigint" ? value.toString() : value);
