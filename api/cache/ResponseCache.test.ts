import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type Database } from "../../lib/database/createDatabase.ts";
import { migrate } from "../../lib/database/migrate.ts";
import { createLogger } from "../../lib/logging/createLogger.ts";
import { createIndexerTables, setProgress } from "../../test/support/createIndexerTables.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import { ChangeWatcher } from "../changes/ChangeWatcher.ts";
import { isNotModified } from "./isNotModified.ts";
import { ResponseCache } from "./ResponseCache.ts";

const maxBytes = 1_000_000;
const fast = { intervalMs: 2, timeoutMs: 5_000 };
let database: TestDatabase;
let db: Database;
let changes: ChangeWatcher;
let block = 0n;

beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase({ connectionString: database.url, applicationName: "test", max: 4 });
  await migrate(db);
  await createIndexerTables(db);
  await setProgress(db, { latest: [10n, 1n], finalized: [10n, 1n] });
  const logger = createLogger("api", "silent");
  changes = new ChangeWatcher({
    ...{ connectionString: database.url, listen: true, chainId: 31337, maxAgeMs: 300, logger },
  });
});
afterAll(async () => {
  await changes?.close();
  await db?.destroy();
  await database?.drop();
});

/** Commits a change of what `count` reads, and waits until the watcher knows. */
async function change(): Promise<void> {
  const before = (await changes.current()).nektar;
  block += 1n;
  await db
    .insertInto("nektar.response")
    .values({
      ...{
        task_id: `0x${block}`,
        operator: "0x02",
        response_hash: "0x03",
        response: "0x04",
        signature: "0x05",
      },
      reference_block: block,
    })
    .execute();
  await waitFor("the notification", () => changes.peek()?.nektar !== before, fast);
}

async function count(): Promise<string> {
  const { rows } = await db.executeQuery<{ count: bigint }>(
    db.selectFrom("nektar.response").select(db.fn.countAll<bigint>().as("count")).compile(),
  );
  return `${rows[0]?.count}`;
}

const request = { key: "count", readsNektar: true };

describe("an answer", () => {
  it("is made once for a thousand equal requests at once, and given out from memory while nothing changes", async () => {
    const cache = new ResponseCache({ changes, maxBytes });
    let runs = 0;
    const run = () => {
      runs += 1;
      return count();
    };
    const texts = await Promise.all(Array.from({ length: 1_000 }, () => cache.cached(request, run)));
    expect(runs).toBe(1);
    expect(new Set(texts.map(({ text }) => text))).toEqual(new Set([await count()]));
    for (let again = 0; again < 100; again++) await cache.cached(request, run);
    expect(runs).toBe(1);
    expect(cache.peek(request)?.text).toBe(await count());
    await change();
    expect(cache.peek(request)).toBeUndefined();
    expect((await cache.cached(request, run)).text).toBe(await count());
    expect(runs).toBe(2);
  });

  it("that reads the indexer's rows alone outlives a change of ours, and not one of the indexer's", async () => {
    const cache = new ResponseCache({ changes, maxBytes });
    const indexerOnly = { key: "a", readsNektar: false };
    await cache.cached(indexerOnly, async () => "old");
    await change();
    expect(cache.peek(indexerOnly)?.text).toBe("old");
    await setProgress(db, { latest: [20n, 2n], finalized: [10n, 1n] });
    await waitFor("the block", async () => (await changes.current()).position?.indexed.number === 2n, fast);
    expect((await cache.cached(indexerOnly, async () => "new")).text).toBe("new");
  });

  it("whose rows changed between its statement's start and end is not kept, and nobody joins it later", async () => {
    const cache = new ResponseCache({ changes, maxBytes });
    const old = await count();
    let finish = () => {};
    const held = new Promise<void>((done) => {
      finish = done;
    });
    const first = cache.cached(request, async () => {
      const text = await count();
      await held;
      return text;
    });
    await sleep(50);
    await change();
    const second = await cache.cached(request, count);
    finish();
    expect([(await first).text, second.text]).toEqual([old, `${Number(old) + 1}`]);
    expect((await cache.cached(request, async () => "not run")).text).toBe(second.text);
  });

  it("is never older than a change that was known when it was asked for, whatever runs at once", async () => {
    const cache = new ResponseCache({ changes, maxBytes });
    let known = Number(await count());
    let writing = true;
    const writer = (async () => {
      for (let round = 0; round < 60; round++) {
        await change();
        known += 1;
        if (round % 3 === 0) await sleep(8);
      }
      writing = false;
    })();
    const reader = async (): Promise<number> => {
      let reads = 0;
      for (; writing; reads++) {
        const least = known;
        const { text } = await cache.cached(request, count);
        expect(Number(text)).toBeGreaterThanOrEqual(least);
        await sleep(1);
      }
      return reads;
    };
    const reads = await Promise.all([reader(), reader(), reader(), reader()]);
    await writer;
    expect(Math.min(...reads)).toBeGreaterThan(20);
    expect(cache.counts.hits).toBeGreaterThan(0);
    expect(cache.counts.misses).toBeGreaterThan(10);
  });

  it("that fails is made anew for the next", async () => {
    const cache = new ResponseCache({ changes, maxBytes });
    await expect(cache.cached(request, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect((await cache.cached(request, async () => "yes")).text).toBe("yes");
  });

  it("is not kept on a replica when it reads our rows", async () => {
    const state = await changes.current();
    const replica = { ...state, nektarWatched: false };
    const cache = new ResponseCache({
      changes: { peek: () => replica, current: async () => replica },
      maxBytes,
    });
    await cache.cached(request, async () => "1");
    expect((await cache.cached(request, async () => "2")).text).toBe("2");
    await cache.cached({ ...request, readsNektar: false }, async () => "3");
    expect(cache.peek({ ...request, readsNektar: false })?.text).toBe("3");
  });

  it("takes no more memory than is allowed, and a large one pushes out no others", async () => {
    const cache = new ResponseCache({ changes, maxBytes: 100_000 });
    const put = (key: string, length: number) =>
      cache.cached({ key, readsNektar: false }, async () => "x".repeat(length));
    for (let index = 0; index < 100; index++) await put(`key ${index}`, 1_000);
    await put("huge", 90_000);
    const kept = Array.from({ length: 100 }, (_, index) =>
      cache.peek({ key: `key ${index}`, readsNektar: false }),
    );
    const sizes = kept.map((answer) => (answer === undefined ? 0 : answer.text.length * 2));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
    expect(kept.filter(Boolean).length).toBeGreaterThan(30);
    expect(cache.peek({ key: "huge", readsNektar: false })).toBeUndefined();
  });
});

describe("a client that goes away", () => {
  const slow = (aborted: () => void) => (signal: AbortSignal) =>
    new Promise<string>((done, fail) => {
      const timer = setTimeout(() => done("made"), 100);
      signal.addEventListener("abort", () => {
        aborted();
        clearTimeout(timer);
        fail(signal.reason);
      });
    });

  it("ends the making of an answer that nobody else waits for; the next one starts anew", async () => {
    const cache = new ResponseCache({ changes, maxBytes });
    const client = new AbortController();
    let given = 0;
    const asked = cache.cached(
      { ...request, signal: client.signal },
      slow(() => given++),
    );
    await sleep(20);
    client.abort(new Error("gone"));
    await expect(asked).rejects.toThrow("gone");
    expect(given).toBe(1);
    expect(
      (
        await cache.cached(
          request,
          slow(() => given++),
        )
      ).text,
    ).toBe("made");
    expect(given).toBe(1);
  });

  it("leaves the answer to the others that wait for it", async () => {
    const cache = new ResponseCache({ changes, maxBytes });
    const client = new AbortController();
    let given = 0;
    const leaving = cache.cached(
      { ...request, signal: client.signal },
      slow(() => given++),
    );
    const staying = cache.cached(
      request,
      slow(() => given++),
    );
    await sleep(20);
    client.abort(new Error("gone"));
    await expect(leaving).rejects.toThrow("gone");
    expect((await staying).text).toBe("made");
    expect(given).toBe(0);
  });
});

describe("the validator", () => {
  it("is equal for equal answers alone, and understood as RFC 9110 says", async () => {
    const cache = new ResponseCache({ changes, maxBytes: 0 });
    const etagOf = async (text: string) => (await cache.cached(request, async () => text)).etag;
    const [one, same, other] = [await etagOf("one"), await etagOf("one"), await etagOf("other")];
    expect(one).toMatch(/^"[\w-]{27}"$/);
    expect(one).toBe(same);
    expect(one).not.toBe(other);
    const given = [undefined, "", other, one, `W/${one}`, `"x", ${one}`, "*"];
    expect(given.map((header) => isNotModified(header, one))).toEqual([
      ...[false, false, false, true, true, true, true],
    ]);
  });
});
