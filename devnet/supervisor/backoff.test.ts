import { describe, expect, it } from "vitest";
import { restartPauseMs } from "./backoff.ts";

describe("restartPauseMs", () => {
  it("doubles from a quarter of a second and stays at fifteen seconds", () => {
    expect([1, 2, 3, 4].map(restartPauseMs)).toEqual([250, 500, 1000, 2000]);
    expect([7, 8, 60, 5000].map(restartPauseMs)).toEqual([15_000, 15_000, 15_000, 15_000]);
  });
});
