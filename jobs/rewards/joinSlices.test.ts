import { describe, expect, it } from "vitest";
import { slicesOf } from "./joinSlices.ts";

const digits = [..."0123456789abcdef"];
const all = digits.flatMap((one) => digits.map((other) => one + other));

describe("slices of the join", () => {
  it("are one when there is little, and hold every range once, in order, when there is much", () => {
    expect(slicesOf(all.map((range) => ({ range, credits: 1 })))).toEqual([
      { ranges: all, from: "00", until: "ffg" },
    ]);
    const many = slicesOf(
      all.map((range, index) => ({ range, credits: index % 7 })),
      10,
    );
    expect(many.flatMap(({ ranges }) => ranges)).toEqual(all);
    expect(many.length).toBeGreaterThan(50);
  });

  it("hold no more than told, but where a single range has more", () => {
    const slices = slicesOf(
      [4, 6, 1, 25, 3].map((credits, index) => ({ range: `0${index}`, credits })),
      10,
    );
    expect(slices.map(({ ranges }) => ranges)).toEqual([["00", "01"], ["02"], ["03"], ["04"]]);
  });

  it("never share a bucket, whatever lengths their ranges have", () => {
    const mixed = ["0", "00", "0f", "1a", "2", "2c", "f0"];
    for (const most of [1, 3, 100]) {
      const slices = slicesOf(
        mixed.map((range) => ({ range, credits: 1 })),
        most,
      );
      for (const [index, { from, until, ranges }] of slices.entries()) {
        expect(from < until && until < (slices[index + 1]?.from ?? "g")).toBe(true);
        for (const range of ranges)
          for (const bucket of [`${range}0`, `${range}f`, `${range}00`, `${range}ff`])
            expect(bucket >= from && bucket < until).toBe(true);
      }
    }
    expect(
      slicesOf(
        mixed.map((range) => ({ range, credits: 1 })),
        1,
      ).map(({ ranges }) => ranges),
    ).toEqual([["0", "00", "0f"], ["1a"], ["2", "2c"], ["f0"]]);
  });
});
