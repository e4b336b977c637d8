import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { encodeG1 } from "../../lib/bls/points.ts";
import { publicKeyOf } from "../../lib/bls/signatures.ts";
import { Journal, journalFileName } from "../protection/journal.ts";
import { DirectoryLockedError, lockDirectory } from "../protection/lockDirectory.ts";
import { exportProtection, importProtection } from "./protectionCommands.ts";

const directory = mkdtempSync(join(tmpdir(), "nektar-protection-"));
const file = (name: string) => join(directory, name);
const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
const names = [
  "accessManager",
  "epochClock",
  "operatorRegistry",
  "networkRegistry",
  "delegationManager",
  "allocationManager",
  "stakeRegistry",
  "taskManager",
  "challengeManager",
  "slashingManager",
  "rewardsCoordinator",
];
const address = (digit: string): `0x${string}` => `0x${digit.repeat(40)}`;
const deployment = (taskManager: string, chainId = 1) => ({
  chainId,
  genesisHash: `0x${"00".repeat(32)}`,
  startBlock: 0,
  epoch: { genesis: 0, lengthSeconds: 60 },
  contracts: { ...Object.fromEntries(names.map((name) => [name, address("1")])), taskManager },
  codeHashes: {},
});
writeFileSync(file("addresses.json"), JSON.stringify(deployment(address("a"))));
writeFileSync(file("elsewhere.json"), JSON.stringify(deployment(address("b"))));

describe("protection commands", () => {
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it("carry the journal of one data directory into another", async () => {
    const journal = await lockDirectory(file("old")).then(async (lock) => {
      const opened = await Journal.open(join(file("old"), journalFileName));
      await lock.release();
      return opened;
    });
    const record = {
      publicKey: encodeG1(publicKeyOf(new Uint8Array(32).fill(1))),
      chainId: 1,
      taskManager: address("a"),
      taskId: `0x${"05".repeat(32)}`,
      digest: `0x${"06".repeat(32)}`,
      response: "0x12",
    } as const;
    await journal.record(record);
    await journal.close();
    const options = { addresses: file("addresses.json") };
    await exportProtection({ ...options, dataDir: file("old"), out: file("moved.json") }, nowhere);
    await importProtection({ ...options, dataDir: file("new"), from: file("moved.json") }, nowhere);
    const moved = await Journal.open(join(file("new"), journalFileName));
    expect(await moved.find(record)).toEqual({ ...record, response: null });
    await moved.close();
  });

  it("overwrite no file, take none of another TaskManager, and stay away from a running client", async () => {
    const options = { addresses: file("addresses.json"), dataDir: file("old") };
    const before = readFileSync(file("moved.json"), "utf8");
    await expect(exportProtection({ ...options, out: file("moved.json") }, nowhere)).rejects.toThrow(
      /exists already/,
    );
    expect(readFileSync(file("moved.json"), "utf8")).toBe(before);
    const elsewhere = { ...options, addresses: file("elsewhere.json"), from: file("moved.json") };
    await expect(importProtection(elsewhere, nowhere)).rejects.toThrow(/another chain or TaskManager/);
    const lock = await lockDirectory(file("old"));
    await expect(exportProtection({ ...options, out: file("b.json") }, nowhere)).rejects.toThrow(
      DirectoryLockedError,
    );
    await lock.release();
  });
});
