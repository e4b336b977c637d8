import { getAddress } from "viem";
import { describe, expect, it } from "vitest";
import { events, taskManager } from "../testing/fillEvents.ts";
import { useFilledApi } from "../testing/useFilledApi.ts";

const api = useFilledApi();

type Page = { nodes: { name: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
const read = (args: string) =>
  api.read<Page>(`{ events(${args}) { nodes { name } pageInfo { hasNextPage endCursor } } }`);
const namesOf = async (args: string) => (await read(args)).nodes.map(({ name }) => name);
const codeOf = async (query: string) => (await api.ask(query)).errors[0]?.extensions?.code;

const oldestFirst = ["TaskCreated", "RewardsAccrued", "TaskFinalized"];
const newestFirst = [...oldestFirst].reverse();

describe("events", () => {
  it("are shown as they were emitted, with where and when", async () => {
    const fields = "address contract name args logIndex transaction { hash block timestamp }";
    const { nodes } = await api.read<{ nodes: object[] }>(
      `{ events(orderBy: EMITTED_ASC, first: 1) { nodes { ${fields} } } }`,
    );
    expect(nodes).toMatchObject([
      {
        address: getAddress(taskManager),
        contract: "TaskManager",
        name: "TaskCreated",
        args: '{"fee":"62"}',
        logIndex: 2,
        transaction: { hash: events[0]?.tx, block: "600" },
      },
    ]);
  });

  it("come in the chain's order, by block and then by log index, page by page", async () => {
    for (const [order, names] of [
      ["EMITTED_ASC", oldestFirst],
      ["EMITTED_DESC", newestFirst],
    ] as const) {
      const seen: string[] = [];
      for (let after = ""; ; ) {
        const page = await read(`first: 1, orderBy: ${order}${after && `, after: "${after}"`}`);
        seen.push(...page.nodes.map(({ name }) => name));
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      expect(seen).toEqual(names);
    }
    expect(await namesOf("first: 5")).toEqual(newestFirst);
  });

  it("are filtered by everything that is given", async () => {
    const where = (filter: string) => namesOf(`where: {${filter}}`);
    expect(await where('contract: "TaskManager"')).toEqual(["TaskFinalized", "TaskCreated"]);
    expect(await where('name: "RewardsAccrued"')).toEqual(["RewardsAccrued"]);
    expect(await where(`address: "${taskManager}"`)).toEqual(["TaskFinalized", "TaskCreated"]);
    expect(await where(`tx: "${events[0]?.tx}"`)).toEqual(["RewardsAccrued", "TaskCreated"]);
    expect(await where('fromBlock: "601"')).toEqual(["TaskFinalized"]);
    expect(await where('fromBlock: "600", toBlock: "600", contract: "TaskManager"')).toEqual(["TaskCreated"]);
    expect(await where('fromBlock: "0", toBlock: "0"')).toEqual([]);
    expect(await where('name: "taskcreated\' or true --"')).toEqual([]);
  });

  it("refuses a hash of another length, and a cursor of another list", async () => {
    expect(await codeOf('{ events(where: { tx: "0x12" }) { nodes { name } } }')).toBe("BAD_USER_INPUT");
    const { pageInfo } = await api.read<Page>("{ slashes(first: 1) { pageInfo { endCursor } } }");
    const other = `{ events(after: "${pageInfo.endCursor}") { nodes { name } } }`;
    expect(await codeOf(other)).toBe("BAD_USER_INPUT");
  });
});
