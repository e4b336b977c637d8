import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../../test/support/waitFor.ts";
import { useFilledApi } from "../testing/useFilledApi.ts";

const api = useFilledApi();

describe("a long export", () => {
  const count = 100_000;
  const query =
    "{ tasks(orderBy: CREATED_ASC) { nodes { taskId payload fee deadline network { address } } } }";
  const ask = () => fetch(`${api.url}/export.csv?${new URLSearchParams({ query })}`);
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;
  const heap = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };

  beforeAll(async () => {
    // As the indexer has it.
    await sql`create index on indexer.task (created_block, created_log_index)`.execute(api.db);
    await sql`insert into indexer.task select (jsonb_populate_record(task, jsonb_build_object(
        'id', '0x' || lpad(to_hex(number), 64, '0'), 'payload', '0x' || repeat('ab', 100),
        'created_block', 100 + number / 500, 'created_log_index', number % 500))).*
      from (select task from indexer.task as task limit 1) as template, generate_series(1, ${sql.lit(count)}) as number`.execute(
      api.db,
    );
    await sql`analyze indexer.task`.execute(api.db);
  }, 60_000);

  it("is streamed with flat memory, each row once and in order, a statement for each page", async () => {
    const before = api.statements();
    const { body } = await ask();
    const [heaps, ids]: [number[], string[]] = [[], []];
    let [bytes, rest] = [0, ""];
    const decoder = new TextDecoder();
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      const lines = `${rest}${decoder.decode(chunk, { stream: true })}`.split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) ids.push(line.slice(60, 66));
      if (heaps.length < Math.floor(bytes / 3_000_000)) heaps.push(heap() - ids.length * 40);
    }
    expect(ids.length - 1).toBe(count);
    expect(ids.slice(1).every((id, index) => Number.parseInt(id, 16) === index + 1)).toBe(true);
    expect(bytes).toBeGreaterThan(30_000_000);
    // Of the whole, what was sent would be far more.
    const growth = Math.max(...heaps.slice(2)) - Math.min(...heaps.slice(2));
    expect(growth).toBeLessThan(8_000_000);
    // The look how long it is, and each page; how far the indexer is comes from another connection.
    expect(api.statements() - before).toBe(1 + count / 1_000);
  }, 120_000);

  it("waits for a client that does not read", async () => {
    const before = api.statements();
    const response = await ask();
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    const settled = await waitFor("a pause", async () => {
      const now = api.statements();
      await new Promise((done) => setTimeout(done, 500));
      return api.statements() === now && now;
    });
    expect(settled - before).toBeLessThan(count / 1_000 / 2);
    await reader.cancel();
  }, 60_000);

  it("that fails on its way is cut off, so that half a file is not taken for a whole one", async () => {
    const response = await ask();
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    await sql`alter table indexer.task rename column payload to gone`.execute(api.db);
    try {
      const readAll = async () => {
        while (!(await reader.read()).done);
      };
      await expect(readAll()).rejects.toThrow(/terminated/);
    } finally {
      await sql`alter table indexer.task rename column gone to payload`.execute(api.db);
    }
  }, 60_000);
});
