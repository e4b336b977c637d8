import { describe, expect, it } from "vitest";
import { Limiter } from "./Limiter.ts";

describe("Limiter", () => {
  it("never runs more than allowed at once, runs all, and survives faults", async () => {
    const limiter = new Limiter(3);
    let [running, most, done] = [0, 0, 0];
    const work = async () => {
      most = Math.max(most, ++running);
      await Promise.resolve();
      running--;
      if (++done % 4 === 0) throw new Error("fault");
    };
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => limiter.run(work)));
    expect(most).toBe(3);
    expect(results.filter(({ status }) => status === "rejected")).toHaveLength(5);
    expect(done).toBe(20);
  });
});
