import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Groups } from "./Groups.ts";

describe("Groups", () => {
  const gather = (most = 100) => {
    const groups: (readonly number[])[] = [];
    const doubled = new Groups<number, number>(async (items) => {
      groups.push(items);
      await sleep(20);
      if (items.includes(13)) throw new Error("thirteen");
      return items.map((item) => item * 2);
    }, most);
    return { groups, doubled };
  };

  it("does the first at once and all that come meanwhile together, each with its own result", async () => {
    const { groups, doubled } = gather();
    expect(await Promise.all([1, 2, 3, 4].map((item) => doubled.add(item)))).toEqual([2, 4, 6, 8]);
    expect(groups).toEqual([[1], [2, 3, 4]]);
  });

  it("makes no group larger than it may be, and never works on two at once", async () => {
    const { groups, doubled } = gather(2);
    await Promise.all([1, 2, 3, 4].map((item) => doubled.add(item)));
    expect(groups).toEqual([[1], [2, 3], [4]]);
  });

  it("fails a group's own items alone, and goes on", async () => {
    const { doubled } = gather(2);
    const [first, ...others] = [1, 13, 2, 3].map((item) => doubled.add(item));
    const outcomes = await Promise.allSettled([first, ...others]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled"]);
    expect(await doubled.add(5)).toBe(10);
  });
});
