import { describe, expect, it } from "vitest";
import { randomNumber } from "./numbers.ts";

describe("randomNumber", () => {
  it("stays below 2^64, differs, and is mostly large", () => {
    const numbers = Array.from({ length: 300 }, randomNumber);
    expect(numbers.every((n) => n >= 0n && n < 2n ** 64n)).toBe(true);
    expect(new Set(numbers).size).toBeGreaterThan(150);
    expect(numbers.filter((n) => n > 2n ** 55n).length).toBeGreaterThan(150);
  });
});
