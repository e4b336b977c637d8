import { describe, expect, it } from "vitest";
import { useFilledApi } from "../testing/useFilledApi.ts";
import { globalId } from "./globalId.ts";

const api = useFilledApi();

describe("node(id)", () => {
  it("finds every object by the id that lists give it", async () => {
    const { data, errors } = await api.ask(`{
      assets { nodes { id } } operators { nodes { id } } networks { nodes { id } } delegations { nodes { id } }
      challenges { nodes { id } } slashes { nodes { id } }
      withdrawals { nodes { id } } tasks(first: 3) { nodes { id } } rewardEpochs(first: 3) { nodes { id } }
    }`);
    expect(errors).toEqual([]);
    const lists = Object.values(data ?? {}) as { nodes: { id: string }[] }[];
    const ids = lists.flatMap(({ nodes }) => nodes.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      const found = await api.ask("query ($id: ID!) { node(id: $id) { id __typename } }", { id });
      const [type] = Buffer.from(id, "base64url").toString().split(":");
      expect(found).toEqual({ data: { node: { id, __typename: type } }, errors: [] });
    }
  });

  it("answers null for an object that does not exist", async () => {
    const ids = [
      globalId("Task", `0x${"00".repeat(32)}`),
      globalId("Operator", `0x${"00".repeat(20)}`),
      globalId("Challenge", `0x${"00".repeat(32)}`),
      globalId("Slash", `0x${"00".repeat(32)}`),
      globalId("RewardEpoch", "6"),
    ];
    for (const id of ids)
      expect(await api.ask("query ($id: ID!) { node(id: $id) { id } }", { id })).toEqual({
        data: { node: null },
        errors: [],
      });
  });

  it.each([
    "",
    "junk",
    "\u0000",
    "A".repeat(10_000),
    ...[
      "Task",
      "Task:",
      "Task:0x12",
      "User:1",
      "RewardEpoch:-1",
      "RewardEpoch:01",
      "Operator:0x' or 1=1",
    ].map((text) => Buffer.from(text).toString("base64url")),
  ])("refuses %j", async (id) => {
    const { errors } = await api.ask("query ($id: ID!) { node(id: $id) { id } }", { id });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(["BAD_USER_INPUT"]);
  });
});
