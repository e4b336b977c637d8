import { describe, expect, it } from "vitest";
import { waitFor } from "../../test/support/waitFor.ts";
import { indexBlock } from "../testing/happen.ts";
import { openSse } from "../testing/sseClient.ts";
import { useFilledApi } from "../testing/useFilledApi.ts";
import { exampleQueries } from "./exampleQueries.ts";

const api = useFilledApi();

describe("the example queries", () => {
  const isSubscription = (query: string) => /^subscription /m.test(query);
  const queries = exampleQueries.filter((query) => !isSubscription(query));

  it.each(queries.map((query) => [query.split("\n")[0], query]))("answers %s", async (_title, query) => {
    const { data, errors } = await api.ask(query ?? "");
    expect(errors).toEqual([]);
    expect(data).toMatchSnapshot();
  });

  it.each(exampleQueries.filter(isSubscription))("subscribes: %s", async (query) => {
    const client = await openSse(api.url, query);
    await indexBlock(api.db, 561n, [100]);
    const [update] = await waitFor("an update", () => client.received.length > 0 && client.received);
    expect(update).toMatchObject({
      data: { tasks: { kind: "ADDED", block: "561", task: { status: "OPEN" } } },
    });
    client.close();
  });
});

describe("GraphiQL", () => {
  it("opens with the example queries and needs no other host", async () => {
    const response = await fetch(`${api.url}/graphql`, { headers: { accept: "text/html" } });
    const page = await response.text();
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(page).toContain("query TaskLife");
    expect(page).not.toMatch(/(src|href)="?https?:\/\//);
  });
});
