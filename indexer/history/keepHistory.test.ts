import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Moment } from "../transitions/moment.ts";
import { keepHistory } from "./keepHistory.ts";

type Row = Record<string, unknown>;
type Change = Row | ((row: Row) => Row);

const box = { name: "box" };
const boxHistory = { name: "box_history" };
const note = { name: "note" };
const tables = new Map([
  [
    box as unknown,
    { history: boxHistory, key: ["id"], columns: ["id", "size", "sinceBlock", "sinceTimestamp"] },
  ],
]);

/** Rows as Ponder's store keeps them, keyed by `id`, or `id` and `sinceBlock` in the history. */
function memoryStore() {
  const rows = new Map<object, Map<string, Row>>([box, boxHistory, note].map((table) => [table, new Map()]));
  const of = (table: object) => rows.get(table) as Map<string, Row>;
  const keyIn = (table: object, row: Row) =>
    table === boxHistory ? `${row.id}@${row.sinceBlock}` : `${row.id}`;
  const put = async (table: object, row: Row) => {
    if (of(table).has(keyIn(table, row))) throw new Error(`${keyIn(table, row)} exists`);
    of(table).set(keyIn(table, row), row);
  };
  const update = async (table: object, key: Row, change: Change) => {
    const row = of(table).get(keyIn(table, key));
    if (!row) throw new Error(`no row ${keyIn(table, key)}`);
    of(table).set(keyIn(table, key), { ...row, ...(typeof change === "function" ? change(row) : change) });
  };
  const db = {
    find: async (table: object, key: Row) => of(table).get(keyIn(table, key)) ?? null,
    insert: (table: object) => ({
      values: (row: Row) => ({
        // biome-ignore lint/suspicious/noThenProperty: like Ponder's own, an insert is awaited as it stands
        then: (...callbacks: Parameters<Promise<unknown>["then"]>) => put(table, row).then(...callbacks),
        onConflictDoNothing: async () => of(table).has(keyIn(table, row)) || put(table, row),
        onConflictDoUpdate: async (change: Change) =>
          of(table).has(keyIn(table, row)) ? update(table, row, change) : put(table, row),
      }),
    }),
    update: (table: object, key: Row) => ({ set: (change: Change) => update(table, key, change) }),
  };
  const list = (table: object) => [...of(table).values()];
  return { db, list, at: (block: bigint) => keepHistory(db, tables, momentAt(block)) };
}

const momentAt = (block: bigint): Moment => ({ block, timestamp: block * 10n, tx: "0x", logIndex: 0 });

describe("keepHistory", () => {
  it("gives a new row its beginning and no history", async () => {
    const store = memoryStore();
    await store.at(5n).insert(box).values({ id: 1, size: 3, label: "a" });
    expect(store.list(box)).toEqual([{ id: 1, size: 3, label: "a", sinceBlock: 5n, sinceTimestamp: 50n }]);
    expect(store.list(boxHistory)).toEqual([]);
  });

  it("moves what a row was to the history when it changes", async () => {
    const store = memoryStore();
    await store.at(5n).insert(box).values({ id: 1, size: 3, label: "a" });
    await store
      .at(7n)
      .update(box, { id: 1 })
      .set((row) => ({ size: (row.size as number) + 1 }));
    expect(store.list(box)).toEqual([{ id: 1, size: 4, label: "a", sinceBlock: 7n, sinceTimestamp: 70n }]);
    expect(store.list(boxHistory)).toEqual([
      { id: 1, size: 3, sinceBlock: 5n, sinceTimestamp: 50n, untilBlock: 7n, untilTimestamp: 70n },
    ]);
  });

  it("makes no version of a change in other columns, or to what is there already", async () => {
    const store = memoryStore();
    await store.at(5n).insert(box).values({ id: 1, size: 3, label: "a" });
    await store.at(7n).update(box, { id: 1 }).set({ size: 3, label: "b" });
    expect(store.list(box)).toEqual([{ id: 1, size: 3, label: "b", sinceBlock: 5n, sinceTimestamp: 50n }]);
    expect(store.list(boxHistory)).toEqual([]);
  });

  it("leaves other tables alone, and lets a missing row be the store's error", async () => {
    const store = memoryStore();
    await store.at(5n).insert(note).values({ id: 1 });
    await store.at(6n).update(note, { id: 1 }).set({ text: "x" });
    expect(store.list(note)).toEqual([{ id: 1, text: "x" }]);
    await expect(store.at(5n).update(box, { id: 9 }).set({ size: 1 })).rejects.toThrow("no row 9");
  });

  it("reads as of any block what stood at the end of it, whatever came in which way", async () => {
    const change = fc.record({
      step: fc.bigInt(0n, 2n),
      id: fc.integer({ min: 1, max: 3 }),
      size: fc.integer({ min: 0, max: 3 }),
      way: fc.constantFrom("upsert" as const, "update" as const, "nothing" as const),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 30 }), async (changes) => {
        const store = memoryStore();
        const stood = new Map<bigint, Map<number, number>>();
        const sizes = new Map<number, number>();
        let block = 0n;
        for (const { step, id, size, way } of changes) {
          block += step;
          const db = store.at(block);
          const values = { id, size };
          if (way === "update" && sizes.has(id)) await db.update(box, { id }).set({ size });
          else if (way === "nothing") await db.insert(box).values(values).onConflictDoNothing();
          else await db.insert(box).values(values).onConflictDoUpdate({ size });
          if (way !== "nothing" || !sizes.has(id)) sizes.set(id, size);
          stood.set(block, new Map(sizes));
        }
        for (const [at, wanted] of stood) {
          const holds = [...store.list(box), ...store.list(boxHistory)].filter(
            (row) =>
              (row.sinceBlock as bigint) <= at &&
              (row.untilBlock === undefined || at < (row.untilBlock as bigint)),
          );
          expect(holds.length).toBe(wanted.size);
          expect(new Map(holds.map((row) => [row.id, row.size]))).toEqual(wanted);
        }
      }),
    );
  });
});
