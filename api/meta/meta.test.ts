import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { useFilledApi } from "../testing/useFilledApi.ts";

const api = useFilledApi();

type Told = { block: string; finality: string };
type Tasks = { nodes: { timeline: { transaction: Told }[] }[] };
type Operators = { nodes: { registered: Told }[] };

describe("invariants", () => {
  const query = "{ invariants { name holds violations example checkedBlock } }";

  it("are none before the indexer's monitor looked", async () => {
    expect(await api.read(query)).toEqual([]);
  });

  it("are told as the monitor found them, as metrics too", async () => {
    await sql`create schema indexer_meta`.execute(api.db);
    await sql`create table indexer_meta.invariant (
      name text, violations int, example text, checked_block bigint, checked_at timestamptz default now())`.execute(
      api.db,
    );
    await sql`insert into indexer_meta.invariant values
      ('CLAIMED', 0, null, 560), ('POOL_SHARES', 2, '0xa 0xb: 7 instead of 8', 560)`.execute(api.db);
    const held = { name: "CLAIMED", holds: true, violations: 0, example: null, checkedBlock: "560" };
    const broken = { name: "POOL_SHARES", holds: false, violations: 2, checkedBlock: "560" };
    expect(await api.read(query)).toEqual([held, { ...broken, example: "0xa 0xb: 7 instead of 8" }]);
    const metrics = await (await fetch(`${api.url}/metrics`)).text();
    expect(metrics).toContain('nektar_indexer_invariant_violations{invariant="POOL_SHARES"} 2');
  });
});

describe("finality", () => {
  it("is told of the chain", async () => {
    expect(await api.read("{ _meta { indexed { number } safe { number } finalised { number } } }")).toEqual({
      indexed: { number: "560" },
      safe: { number: "555" },
      finalised: { number: "410" },
    });
  });

  it("is told of every row, by its block", async () => {
    const transaction = "{ block finality }";
    const tasks = await api.read<Tasks>(
      `{ tasks(first: 50) { nodes { timeline { transaction ${transaction} } } } }`,
    );
    const operators = await api.read<Operators>(`{ operators { nodes { registered ${transaction} } } }`);
    const told = [
      ...tasks.nodes.flatMap(({ timeline }) => timeline.map((step) => step.transaction)),
      ...operators.nodes.map(({ registered }) => registered),
    ];
    const kinds = new Set(told.map(({ finality }) => finality));
    expect([...kinds].sort()).toEqual(["FINALISED", "PENDING", "SAFE"]);
    for (const { block: text, finality } of told) {
      const block = Number(text);
      expect(finality, text).toBe(block <= 410 ? "FINALISED" : block <= 555 ? "SAFE" : "PENDING");
    }
  });
});
