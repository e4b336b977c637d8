import { appendFile, mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Hex, keccak256, toHex } from "viem";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Journal, SigningRefusedError } from "./journal.ts";
import { encodeRecord, JournalCorruptError, type SigningRecord } from "./record.ts";

const record = (task: number, digest: Hex = keccak256(toHex(task))): SigningRecord => ({
  publicKey: `0x${"aa".repeat(128)}`,
  chainId: 31337,
  taskManager: `0x${"11".repeat(20)}`,
  taskId: keccak256(toHex(`task ${task}`)),
  digest,
  response: "0x1234",
});
const other: Hex = `0x${"ee".repeat(32)}`;

describe("Journal", () => {
  let directory: string;
  let path: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "nektar-journal-"));
    path = join(directory, "signing-journal.jsonl");
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const written = async (...records: SigningRecord[]) => {
    const journal = await Journal.open(path);
    for (const each of records) await journal.record(each);
    await journal.close();
  };

  it("takes the same digest again and refuses another, also after a restart", async () => {
    await written(record(1), record(1), record(2));
    const journal = await Journal.open(path);
    expect(journal.count).toBe(2);
    await journal.record(record(1));
    await expect(journal.record(record(1, other))).rejects.toThrow(SigningRefusedError);
    await journal.close();
    expect((await readFile(path, "utf8")).trimEnd().split("\n")).toHaveLength(2);
  });

  it("lets exactly one of many conflicting records that race through", async () => {
    const journal = await Journal.open(path);
    const digests = Array.from({ length: 20 }, (_, index) => keccak256(toHex(`race ${index}`)));
    const results = await Promise.allSettled(digests.map((digest) => journal.record(record(1, digest))));
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    await journal.close();
  });

  it("tells keys, chains, task managers and tasks apart, whatever the case of their digits", async () => {
    const journal = await Journal.open(path);
    const base = record(1);
    await journal.record(base);
    await journal.record({ ...base, chainId: 1, digest: other });
    await journal.record({ ...base, taskManager: `0x${"22".repeat(20)}`, digest: other });
    await journal.record({ ...base, publicKey: `0x${"bb".repeat(128)}`, digest: other });
    const upper = { ...base, publicKey: `0x${"AA".repeat(128)}`, digest: other } as const;
    await expect(journal.record(upper)).rejects.toThrow(SigningRefusedError);
    await journal.close();
  });

  it("finds the response that was signed, also after a restart", async () => {
    await written(record(1), { ...record(2), response: "0xabcdef" });
    const journal = await Journal.open(path);
    expect((await journal.find(record(2)))?.response).toBe("0xabcdef");
    expect(await journal.find(record(3))).toBeUndefined();
    await journal.close();
  });

  it("cuts a torn last line off wherever the crash hit, and goes on behind it", async () => {
    await written(record(1));
    const start = Buffer.byteLength(encodeRecord(record(1)));
    const torn = encodeRecord(record(2));
    for (let length = 1; length < torn.length - 1; length += 37) {
      await truncate(path, start);
      await appendFile(path, torn.slice(0, length));
      const journal = await Journal.open(path);
      expect(journal.count).toBe(1);
      await journal.record(record(2, other));
      await journal.close();
      const again = await Journal.open(path);
      expect([length, again.count]).toEqual([length, 2]);
      await again.close();
    }
  });

  it("counts a last record that lacks nothing but its line feed", async () => {
    await written(record(1));
    await truncate(path, Buffer.byteLength(encodeRecord(record(1))) - 1);
    const journal = await Journal.open(path);
    await expect(journal.record(record(1, other))).rejects.toThrow(SigningRefusedError);
    await journal.record(record(2));
    await journal.close();
    const again = await Journal.open(path);
    expect(again.count).toBe(2);
    await again.close();
  });

  it.each<[string, (text: string) => string]>([
    ["an earlier line with a flipped digit", (text) => text.replace(/"digest":"0x./, '"digest":"0xf')],
    ["an earlier line cut short", (text) => text.slice(20)],
    ["an empty line", (text) => `\n${text}`],
    ["two digests for one task", (text) => text + encodeRecord(record(1, other))],
    ["a last line that was ended and is no record", (text) => `${text}{}\n`],
  ])("refuses to start with %s, naming the line", async (_name, damage) => {
    await written(record(1, `0x${"00".repeat(32)}`), record(2));
    await writeFile(path, damage(await readFile(path, "utf8")));
    await expect(Journal.open(path)).rejects.toThrow(JournalCorruptError);
    await expect(Journal.open(path)).rejects.toThrow(/line \d/);
  });

  it("keeps a quarantine over restarts, for its key and TaskManager alone, and never shrinks it", async () => {
    const { publicKey, chainId, taskManager } = record(1);
    const journal = await Journal.open(path);
    await journal.record(record(1));
    for (const block of [20n, 10n]) await journal.quarantine({ publicKey, chainId, taskManager, block });
    await journal.record(record(2));
    await journal.close();
    const again = await Journal.open(path);
    expect(again.quarantinedUpTo({ publicKey, chainId, taskManager })).toBe(20n);
    expect(again.quarantinedUpTo({ publicKey, chainId: 1, taskManager })).toBeUndefined();
    expect(again.count).toBe(2);
    await again.close();
  });

  it("records all of a batch or, when one contradicts, none", async () => {
    const journal = await Journal.open(path);
    await journal.record(record(3));
    await expect(journal.recordAll([record(1), record(2), record(3, other)])).rejects.toThrow(
      SigningRefusedError,
    );
    await expect(journal.recordAll([record(1), record(1, other)])).rejects.toThrow(SigningRefusedError);
    expect(journal.count).toBe(1);
    await journal.recordAll([record(1), record(2), record(1), record(3)]);
    expect(journal.count).toBe(3);
    await journal.close();
    const again = await Journal.open(path);
    const all = [];
    for await (const each of again.all()) all.push(each);
    expect(all).toEqual([record(3), record(1), record(2)]);
    await again.close();
  });

  it("signs nothing for a task that was imported without its digest", async () => {
    const journal = await Journal.open(path);
    await journal.record({ ...record(1), digest: null, response: null });
    await expect(journal.record(record(1))).rejects.toThrow(SigningRefusedError);
    await journal.close();
  });

  it("reads a journal of thousands of lines, longer than its read buffer", async () => {
    const lines = Array.from({ length: 3000 }, (_, index) => encodeRecord(record(index)));
    await writeFile(path, lines.join(""));
    const journal = await Journal.open(path);
    expect(journal.count).toBe(3000);
    await expect(journal.record(record(2999, other))).rejects.toThrow(SigningRefusedError);
    expect((await journal.find(record(1500)))?.digest).toBe(record(1500).digest);
    await journal.close();
  });
});
