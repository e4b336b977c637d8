import { describe, expect, it } from "vitest";
import { useFilledApi } from "../testing/useFilledApi.ts";
import { operators, taskCount, taskId, taskRow } from "../testing/world.ts";

const api = useFilledApi();

type TaskPage = {
  nodes: { taskId: string }[];
  edges: { cursor: string }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
};

const pageQuery = `query ($first: Int, $after: String, $last: Int, $before: String) {
  tasks(first: $first, after: $after, last: $last, before: $before) {
    nodes { taskId } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

const page = (variables: Record<string, unknown>) => api.read<TaskPage>(pageQuery, variables);

const idsOf = ({ nodes }: TaskPage) => nodes.map((node) => node.taskId);
const newestFirst = Array.from({ length: taskCount }, (_, index) => taskId(taskCount - 1 - index));

/** The code and path of the one error that a query is answered with. */
async function codeOf(query: string): Promise<unknown> {
  const { errors } = await api.ask(query);
  expect(errors).toHaveLength(1);
  return errors[0]?.extensions?.code;
}

describe("pages of a list", () => {
  it.each([1, 4, 7, 100])("reach every row once, in order, forward by %i", async (first) => {
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const answer = await page({ first, after });
      seen.push(...idsOf(answer));
      if (!answer.pageInfo.hasNextPage) break;
      after = answer.pageInfo.endCursor;
    }
    expect(seen).toEqual(newestFirst);
  });

  it.each([1, 4, 7, 100])("reach every row once, in the same order, backward by %i", async (last) => {
    const seen: string[] = [];
    for (let before: string | null = null; ; ) {
      const answer = await page({ last, before });
      seen.unshift(...idsOf(answer));
      if (!answer.pageInfo.hasPreviousPage) break;
      before = answer.pageInfo.startCursor;
    }
    expect(seen).toEqual(newestFirst);
  });

  it("stay where they are when newer rows appear", async () => {
    const firstPage = await page({ first: 5 });
    await api.db
      .insertInto("indexer.task")
      .values({ ...taskRow(24), id: taskId(1_000), created_block: 600n })
      .execute();
    const secondPage = await page({ first: 5, after: firstPage.pageInfo.endCursor });
    await api.db.deleteFrom("indexer.task").where("id", "=", taskId(1_000)).execute();
    expect(idsOf(secondPage)).toEqual(newestFirst.slice(5, 10));
  });

  it("hold 20 rows unless told otherwise", async () => {
    expect((await page({})).nodes).toHaveLength(20);
  });

  it("may lie between two cursors", async () => {
    const { edges } = await page({ first: 10 });
    const between = await page({ first: 10, after: edges[2]?.cursor, before: edges[6]?.cursor });
    expect(idsOf(between)).toEqual(newestFirst.slice(3, 6));
  });

  it("may be empty", async () => {
    expect(await page({ first: 0 })).toMatchObject({ nodes: [], pageInfo: { startCursor: null } });
  });

  it("count all rows only when asked", async () => {
    const before = api.statements();
    const { data } = await api.ask("{ tasks { totalCount } }");
    expect(data).toEqual({ tasks: { totalCount: taskCount } });
    // The count; no page is read.
    expect(api.statements() - before).toBe(1);
  });

  it("of each of several objects come in one statement and equal the lists asked for one by one", async () => {
    const fields =
      "(first: 3, where: {status_in: [FINAL]}) { nodes { taskId } pageInfo { hasNextPage } totalCount }";
    const before = api.statements();
    const { nodes } = await api.read<{ nodes: { tasks: unknown }[] }>(
      `{ operators(orderBy: REGISTERED_ASC) { nodes { address tasks${fields} } } }`,
    );
    expect(api.statements() - before).toBe(1);
    for (const [index, operator] of operators.entries()) {
      const single = await api.ask(
        `{ tasks(first: 3, where: {status_in: [FINAL], operator: "${operator}"}) { nodes { taskId } pageInfo { hasNextPage } totalCount } }`,
      );
      expect(nodes[index]?.tasks).toEqual(single.data?.tasks);
    }
  });

  it("of epochs are computed in both directions", async () => {
    const epochs = async (args: string) => {
      const { data } = await api.ask(
        `{ rewardEpochs(${args}) { nodes { epoch } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } totalCount } }`,
      );
      return data?.rewardEpochs as { nodes: { epoch: string }[]; pageInfo: TaskPage["pageInfo"] };
    };
    const first = await epochs("first: 4");
    expect(first.nodes.map(({ epoch }) => epoch)).toEqual(["5", "4", "3", "2"]);
    const rest = await epochs(`first: 4, after: "${first.pageInfo.endCursor}"`);
    expect(rest).toMatchObject({
      nodes: [{ epoch: "1" }, { epoch: "0" }],
      pageInfo: { hasNextPage: false },
      totalCount: 6,
    });
    const last = await epochs("last: 2");
    expect(last).toMatchObject({
      nodes: [{ epoch: "1" }, { epoch: "0" }],
      pageInfo: { hasPreviousPage: true },
    });
    const previous = await epochs(`last: 2, before: "${last.pageInfo.startCursor}"`);
    expect(previous.nodes.map(({ epoch }) => epoch)).toEqual(["3", "2"]);
  });
});

describe("a page is refused with BAD_USER_INPUT", () => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

  it.each([
    ["both first and last", "first: 1, last: 1"],
    ["a negative first", "first: -1"],
    ["a negative last", "last: -5"],
    ["more than 100 rows", "first: 101"],
    ["a cursor that is no base64", 'after: "%%%"'],
    ["a cursor with a NUL byte", 'after: "\\u0000"'],
    ["a cursor that is no JSON", `after: "${Buffer.from("junk").toString("base64url")}"`],
    ["a cursor of another list", `after: "${encode(["operators", "1", "0x12"])}"`],
    ["a cursor with too few keys", `after: "${encode(["tasks", "1"])}"`],
    ["a cursor with SQL in it", `after: "${encode(["tasks", "1); drop table x; --", "1"])}"`],
    ["a cursor above the column's range", `after: "${encode(["tasks", "1", "99999999999"])}"`],
    ["a cursor of objects", `before: "${encode(["tasks", {}, []])}"`],
    ["a very long cursor", `before: "${"A".repeat(5_000)}"`],
  ])("for %s", async (_name, args) => {
    expect(await codeOf(`{ tasks(${args}) { nodes { taskId } } }`)).toBe("BAD_USER_INPUT");
  });
});
