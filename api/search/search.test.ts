import { describe, expect, it } from "vitest";
import { useFilledApi } from "../testing/useFilledApi.ts";
import { operators, taskId } from "../testing/world.ts";

const api = useFilledApi();

type Found = { __typename: string; address?: string; taskId?: string; symbol?: string };
const search = (text: string, first = 10) =>
  api.read<Found[]>(
    `query ($text: String!, $first: Int) { search(text: $text, first: $first) { __typename
      ... on Operator { address } ... on Task { taskId network { address } } ... on Asset { symbol } ... on Network { address } } }`,
    { text, first },
  );

describe("search", () => {
  it.each([operators[1], operators[1].toUpperCase().replace("0X", "0x"), operators[1].slice(0, 12)])(
    "finds an operator by %s, in one statement",
    async (text) => {
      const before = api.statements();
      const found = await search(text);
      expect(api.statements() - before).toBe(1);
      expect(found.map(({ __typename, address }) => [__typename, address?.toLowerCase()])).toEqual([
        ["Operator", operators[1]],
      ]);
    },
  );

  it("finds a task by its id and by the beginning of it", async () => {
    for (const text of [taskId(7), taskId(7).slice(0, 14)])
      expect(await search(text)).toMatchObject([{ __typename: "Task", taskId: taskId(7) }]);
  });

  it("finds assets by symbol, networks and operators by metadata, in any case", async () => {
    expect(await search("one")).toMatchObject([{ __typename: "Asset", symbol: "ONE" }]);
    const found = await search("EXAMPLE/1.json");
    expect(found.map(({ __typename }) => __typename)).toEqual(["Operator", "Network"]);
  });

  it("answers so many at most, and takes % and _ as they are", async () => {
    expect(await search("0x", 3)).toHaveLength(3);
    expect(await search("%")).toEqual([]);
    expect(await search("ON_")).toEqual([]);
  });

  it.each([
    ["", 10],
    ["  ", 10],
    ["a\u0000b", 10],
    ["x".repeat(101), 10],
    ["0x", 51],
    ["0x", -1],
  ])("refuses %j with first %i", async (text, first) => {
    const { errors } = await api.ask(
      "query ($text: String!, $first: Int) { search(text: $text, first: $first) { __typename } }",
      {
        text,
        first,
      },
    );
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(["BAD_USER_INPUT"]);
  });
});
