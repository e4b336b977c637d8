import { describe, expect, it } from "vitest";
import { useFilledApi } from "../testing/useFilledApi.ts";

const api = useFilledApi({ cacheBytes: 1_000_000, stateMaxAgeMs: 2_000 });

/** A metric's value; 0 while there is none. */
async function read(metric: string): Promise<number> {
  const text = await (await fetch(`${api.url}/metrics`)).text();
  const line = text.split("\n").find((candidate) => candidate.startsWith(`${metric} `));
  return line === undefined ? 0 : Number(line.split(" ")[1]);
}

describe("/metrics", () => {
  it("counts, by the root field, requests, errors, and rows as the limit counts them", async () => {
    const query = "{ networks(first: 7) { nodes { address assets { multiplier } } } }";
    await api.ask(query);
    // Seven networks with two assets each; the second time by the other lane, from the cache.
    expect(await read('nektar_api_rows_total{operation="networks"}')).toBe(7 + 7 * 2);
    await api.ask(query);
    expect(await read('nektar_api_rows_total{operation="networks"}')).toBe(2 * (7 + 7 * 2));
    expect(await read('nektar_api_request_seconds_count{operation="networks"}')).toBe(2);
    await api.ask("{ networks(first: 101) { totalCount } }");
    expect(await read('nektar_api_errors_total{operation="networks",code="BAD_USER_INPUT"}')).toBe(1);
  });

  it("counts what came of looks into the caches", async () => {
    const counts = async () => ({
      answers: await read('nektar_api_response_cache_total{result="hits"}'),
      made: await read('nektar_api_response_cache_total{result="misses"}'),
      plans: await read('nektar_api_plan_cache_total{result="hits"}'),
      compiled: await read('nektar_api_plan_cache_total{result="misses"}'),
    });
    const query = "query ($address: Address!) { asset(address: $address) { symbol } }";
    const before = await counts();
    for (const digit of ["1", "1", "2"]) await api.ask(query, { address: `0x${digit.repeat(40)}` });
    const after = await counts();
    expect(after.compiled - before.compiled).toBe(1);
    expect(after.plans - before.plans).toBe(2);
    expect(after.made - before.made).toBe(2);
    expect(after.answers - before.answers).toBe(1);
  });
});
