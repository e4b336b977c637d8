import { hash } from "node:crypto";
import { ApolloClient, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { cacheExchange, createClient, fetchExchange } from "@urql/core";
import { persistedExchange } from "@urql/exchange-persisted";
import { beforeAll, describe, expect, it } from "vitest";
import { indexBlock } from "../api/testing/happen.ts";
import { useFilledApi } from "../api/testing/useFilledApi.ts";
import { taskCount, taskId } from "../api/testing/world.ts";
import { waitFor } from "../test/support/waitFor.ts";
import { delegationsDocument, rewardsDocument, taskUpdatesDocument } from "./operations.gen.ts";
import { GraphqlRequestError, request } from "./request.ts";

const api = useFilledApi({ stateMaxAgeMs: 300 });
let url: string;

beforeAll(() => {
  url = `${api.url}/graphql`;
});

const page = `query Tasks($after: String) {
  tasks(first: 7, after: $after) { edges { cursor node { id taskId } } pageInfo { hasNextPage endCursor } }
}`;
type Page = {
  tasks: {
    edges: { node: { taskId: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};
/** Newest first. */
const wanted = Array.from({ length: taskCount }, (_, number) => taskId(taskCount - 1 - number));

async function readAll(read: (after: string | null) => Promise<Page | undefined>): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const answer = await read(after);
    if (answer === undefined) throw new Error("There is no page.");
    const { edges, pageInfo } = answer.tasks;
    found.push(...edges.map(({ node }) => node.taskId));
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
}

describe("clients that people use read a connection page by page:", () => {
  it("urql, which hears of updates too", async () => {
    const client = createClient({
      url,
      exchanges: [cacheExchange, fetchExchange],
      preferGetMethod: false,
      fetchSubscriptions: true,
    });
    expect(await readAll(async (after) => (await client.query<Page>(page, { after })).data)).toEqual(wanted);
    const heard: unknown[] = [];
    const { unsubscribe } = client
      .subscription(taskUpdatesDocument.text, {})
      .subscribe(({ data }) => heard.push(data));
    await waitFor("the subscription", async () =>
      (await (await fetch(`${api.url}/metrics`)).text()).includes('nektar_api_subscribers{topic="tasks"} 1'),
    );
    await indexBlock(api.db, 561n, [100]);
    await waitFor("the task", () => heard.length > 0);
    expect(heard).toMatchObject([{ tasks: { kind: "ADDED", step: "CREATED" } }]);
    unsubscribe();
    await api.db.deleteFrom("indexer.task").where("created_block", "=", 561n).execute();
  });

  it("urql by GET, with the header that a page of another site cannot send", async () => {
    const client = createClient({
      url,
      exchanges: [fetchExchange],
      preferGetMethod: true,
      fetchOptions: { headers: { "x-nektar-csrf": "1" } },
    });
    expect(await readAll(async (after) => (await client.query<Page>(page, { after })).data)).toEqual(wanted);
  });

  it("Apollo", async () => {
    const client = new ApolloClient({ link: new HttpLink({ uri: url }), cache: new InMemoryCache() });
    const read = async (after: string | null) =>
      (await client.query<Page>({ query: gql(page), variables: { after } })).data;
    expect(await readAll(read)).toEqual(wanted);
    client.stop();
  });
});

describe("clients that send hashes instead of texts read a connection page by page:", () => {
  /** How many requests of each kind come: with a text, or with the hash alone. */
  async function counted(read: (fetch: typeof globalThis.fetch) => Promise<string[]>) {
    const sent = { texts: 0, hashes: 0 };
    const found = await read((input, init) => {
      const asked = String(init?.body ?? input);
      if (asked.includes("tasks(")) sent.texts += 1;
      else if (asked.includes("sha256Hash")) sent.hashes += 1;
      return fetch(input, init);
    });
    return { sent, found };
  }
  const pages = Math.ceil(taskCount / 7);

  it("Apollo's persisted query link", async () => {
    const sha256 = (text: string) => hash("sha256", text, "hex");
    const named = page.replace("Tasks", "TasksOfApollo");
    const { sent, found } = await counted(async (fetch) => {
      const link = new PersistedQueryLink({ sha256 }).concat(new HttpLink({ uri: url, fetch }));
      const client = new ApolloClient({ link, cache: new InMemoryCache() });
      const read = async (after: string | null) =>
        (await client.query<Page>({ query: gql(named), variables: { after } })).data;
      return readAll(read).finally(() => client.stop());
    });
    expect(found).toEqual(wanted);
    // The text once, after the server had not known its hash.
    expect(sent).toEqual({ texts: 1, hashes: pages });
  });

  it("urql's persisted exchange", async () => {
    const named = page.replace("Tasks", "TasksOfUrql");
    const { sent, found } = await counted((fetch) => {
      const persisted = persistedExchange({ preferGetForPersistedQueries: false });
      const client = createClient({
        url,
        exchanges: [persisted, fetchExchange],
        fetch,
        preferGetMethod: false,
      });
      return readAll(async (after) => (await client.query<Page>(named, { after })).data);
    });
    expect(found).toEqual(wanted);
    expect(sent).toEqual({ texts: 1, hashes: pages });
  });
});

describe("our own typed client", () => {
  it("knows what it answers and asks for", async () => {
    const { delegations } = await request(url, delegationsDocument, { after: null });
    expect(delegations.totalCount).toBeGreaterThan(0);
    expect(delegations.nodes[0]?.asset.decimals).toBe(18);
    const { rewards } = await request(url, rewardsDocument, {});
    expect(rewards).toEqual([]);
    // @ts-expect-error A cursor is no number.
    await expect(request(url, delegationsDocument, { after: 5 })).rejects.toThrow(GraphqlRequestError);
  });

  it("throws what the API says, with its code", async () => {
    const refused = await request(url, delegationsDocument, { after: "garbage" }).catch((error) => error);
    expect([refused.code, refused.message]).toEqual(["BAD_USER_INPUT", expect.stringContaining("cursor")]);
    const elsewhere = await request(`${api.url}/nothing`, rewardsDocument, {}).catch((error) => error);
    expect([elsewhere.status, elsewhere.code]).toEqual([404, undefined]);
  });
});
