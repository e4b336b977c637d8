import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { schemaText } from "../schemaText.ts";
import { HostileQueries } from "../testing/hostileQueries.ts";
import { useFilledApi } from "../testing/useFilledApi.ts";

const seed = Number(process.env.HOSTILE_SEED ?? 20_261_125);
const queries = 1_000;
const atOnce = 8;
const statementTimeoutMs = 2_000;
const api = useFilledApi({ statementTimeoutMs });

type Body = { errors?: { message: string; extensions?: { code?: string } }[] };
/** Words of our SQL, of its tables and of our files. */
const leak =
  /\bselect\b.+\bfrom\b|\binsert into\b|\$\d|indexer\.|nektar\.|_ponder|node_modules|\.ts\b|\/api\/|\bat \w+ \(|error at or near|(relation|column|function|operator) \S+ does not exist/i;

describe("a thousand random hostile queries", () => {
  it(`get an answer or a clear refusal: no fault, no leak, no statement over its time (seed ${seed})`, {
    timeout: 120_000,
  }, async () => {
    const hostile = new HostileQueries(buildSchema(schemaText), seed);
    const texts = Array.from({ length: queries }, () => hostile.next());
    let [answered, refused] = [0, 0];
    const send = async (query: string) => {
      const response = await fetch(`${api.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query }),
      });
      const text = await response.text();
      const { errors = [] } = JSON.parse(text) as Body;
      if (errors.length === 0) answered += 1;
      else refused += 1;
      // What a query itself holds may come back in a message about it.
      const said = errors.map(({ message }) => message).join("\n");
      const own = query.match(leak)?.[0];
      expect(response.status, query).toBeLessThan(500);
      expect(
        errors.map(({ extensions }) => extensions?.code),
        query,
      ).not.toContain("INTERNAL_SERVER_ERROR");
      expect(
        errors.map(({ extensions }) => extensions?.code),
        query,
      ).not.toContain("QUERY_TIMEOUT");
      if (own === undefined) expect(said, query).not.toMatch(leak);
    };
    const workers = Array.from({ length: atOnce }, async () => {
      for (let query = texts.pop(); query !== undefined; query = texts.pop()) await send(query);
    });
    await Promise.all(workers);
    // Neither all noise nor all well-formed.
    expect(answered).toBeGreaterThan(queries / 10);
    expect(refused).toBeGreaterThan(queries / 10);
    expect((await api.ask("{ __typename }")).errors).toEqual([]);
  });
});
