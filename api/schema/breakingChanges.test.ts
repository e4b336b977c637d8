import { describe, expect, it } from "vitest";
import { unintendedBreaks } from "./breakingChanges.ts";

const before = "type Query { one(id: ID): Int two: String }";
const reason = "Nobody ever asked for it.";

describe("the changes that break clients", () => {
  it("are a field that is gone, a result that may be null, an argument that is demanded; additions are none", () => {
    const breaks = (after: string) => unintendedBreaks(before, after, []);
    expect(breaks("type Query { one(id: ID!): Int }")).toEqual([
      "Query.two was removed.",
      "Query.one arg id has changed type from ID to ID!.",
    ]);
    expect(unintendedBreaks("type Query { one: Int! }", "type Query { one: Int }", [])).toHaveLength(1);
    expect(breaks("type Query { one(id: ID, more: Int): Int two: String three: Int }")).toEqual([]);
  });

  it("are allowed one by one, with a reason", () => {
    const after = "type Query { one: Int three(id: ID): Int }";
    const change = "Query.two was removed.";
    expect(unintendedBreaks(before, after, [{ change, reason }])).toEqual(["Query.one arg id was removed."]);
  });
});
