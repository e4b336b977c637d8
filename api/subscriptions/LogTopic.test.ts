import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAfter, type LogItem } from "./LogItem.ts";
import { type LogSource, LogTopic, type LogUpdate } from "./LogTopic.ts";

/** A chain in memory: items by block, and a newest final block below which nothing is replaced. */
class Chain {
  blocks: LogItem[][] = [[]];
  finalised = 0n;
  #forks = 0;

  get indexed(): bigint {
    return BigInt(this.blocks.length - 1);
  }

  get items(): LogItem[] {
    return this.blocks.flat();
  }

  grow(count: number): void {
    const block = BigInt(this.blocks.length);
    this.blocks.push(
      Array.from({ length: count }, (_, logIndex) => ({
        ...{ block, logIndex, identity: `${this.#forks} ${block} ${logIndex}`, timestamp: block },
        ...{ operators: [], subject: "0x" as const, what: "" },
      })),
    );
  }

  /** Replaces the newest blocks, not final ones; with `keep`, their items come again in the same places. */
  reorganise(depth: number, keep: boolean): void {
    this.#forks += 1;
    const from = Number(this.finalised) + 1;
    const at = Math.max(from, this.blocks.length - depth);
    const gone = this.blocks.splice(at);
    for (const items of gone) {
      if (keep) this.blocks.push(items);
      else this.grow(items.length % 3);
    }
  }

  source(): LogSource {
    const between = async (from: bigint, to: bigint, limit: number) =>
      this.items.filter(({ block }) => block > from && block <= to).slice(0, limit);
    return {
      name: "items",
      isChain: false,
      mostReplayed: 1_000,
      window: async ({ finalised, indexed }) => ({
        base: finalised,
        items: await between(finalised, indexed, 10_000),
      }),
      between,
    };
  }
}

const place = ({ block, logIndex }: LogItem) => `${block} ${logIndex}`;

/** What a client knows that believes what it is told. */
class Client {
  readonly known = new Map<string, string>();
  cursor: string | undefined;

  take(updates: readonly LogUpdate[]): void {
    for (const { kind, cursor, block, item } of updates) {
      if (kind === "REWOUND") {
        for (const key of [...this.known.keys()])
          if (BigInt(key.split(" ")[0] ?? 0) >= block) this.known.delete(key);
        continue;
      }
      if (item === undefined) throw new Error("an update without an item");
      if (kind === "RETRACTED") {
        expect(this.known.get(place(item))).toBe(item.identity);
        this.known.delete(place(item));
      } else {
        expect(this.known.has(place(item))).toBe(false);
        this.known.set(place(item), item.identity);
        this.cursor = cursor;
      }
    }
  }
}

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("grow" as const), count: fc.nat(3) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("reorganise" as const),
      depth: fc.integer({ min: 1, max: 6 }),
      keep: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("finalise" as const) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("look" as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("leave" as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("return" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("restart" as const) }) },
);

describe("the log of a topic", () => {
  it("tells every client, away now and then and through any reorganisations, exactly what the chain has", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        const chain = new Chain();
        let topic = new LogTopic(chain.source());
        const position = () => ({
          indexed: { number: chain.indexed, timestamp: 0n },
          finalised: { number: chain.finalised, timestamp: 0n },
        });
        const staying = new Client();
        const leaving = new Client();
        let isThere = true;
        const look = () =>
          topic.look(position(), (updates) => {
            staying.take(updates);
            if (isThere) leaving.take(updates);
          });
        await look();
        for (const action of steps) {
          if (action.kind === "grow") chain.grow(action.count);
          else if (action.kind === "reorganise") chain.reorganise(action.depth, action.keep);
          else if (action.kind === "finalise") {
            // The indexer finalises what it has looked through; a look comes in between in any case.
            await look();
            chain.finalised = chain.indexed > 4n ? chain.indexed - 4n : 0n;
          } else if (action.kind === "look") await look();
          else if (action.kind === "leave") isThere = false;
          else if (action.kind === "restart") {
            await look();
            // Another process, which has seen nothing: everybody comes back to it.
            topic = new LogTopic(chain.source());
            await look();
            if (staying.cursor !== undefined) await topic.since(staying.cursor, (all) => staying.take(all));
            isThere = false;
          } else if (!isThere && leaving.cursor !== undefined) {
            await topic.since(leaving.cursor, (updates) => leaving.take(updates));
            isThere = true;
          }
        }
        await look();
        const truth = new Map(chain.items.map((item) => [place(item), item.identity]));
        if (staying.cursor !== undefined)
          expect(new Map([...staying.known].sort())).toEqual(new Map([...truth].sort()));
        if (!isThere && leaving.cursor !== undefined) {
          await topic.since(leaving.cursor, (updates) => leaving.take(updates));
          expect(new Map([...leaving.known].sort())).toEqual(new Map([...truth].sort()));
        }
      }),
      { numRuns: 400, seed: 20261125 },
    );
  });

  it("goes on after a cursor of long ago by reading what came since, and refuses what is too much", async () => {
    const chain = new Chain();
    const topic = new LogTopic(chain.source());
    const look = (publish: (updates: LogUpdate[]) => void = () => {}) =>
      topic.look(
        {
          indexed: { number: chain.indexed, timestamp: 0n },
          finalised: { number: chain.finalised, timestamp: 0n },
        },
        publish,
      );
    await look();
    chain.grow(2);
    let cursor = "";
    await look((updates) => {
      cursor = updates[0]?.cursor ?? "";
    });
    for (let block = 0; block < 500; block++) chain.grow(1);
    chain.finalised = chain.indexed - 10n;
    await look();
    const first = chain.items[0];
    let told: LogUpdate[] = [];
    await topic.since(cursor, (updates) => {
      told = updates;
    });
    expect(told.map(({ item }) => item)).toEqual(chain.items.filter((item) => first && isAfter(item, first)));
    for (let block = 0; block < 700; block++) chain.grow(1);
    chain.finalised = chain.indexed - 10n;
    await look();
    await expect(topic.since(cursor, () => {})).rejects.toThrow(/More than 1000 updates/);
  });

  it.each([
    "",
    "garbage",
    Buffer.from('["other","1","2","0","0","x"]').toString("base64url"),
    "x".repeat(1_000),
  ])("refuses the cursor %j", async (cursor) => {
    await expect(new LogTopic(new Chain().source()).since(cursor, () => {})).rejects.toThrow(/no cursor/);
  });
});
