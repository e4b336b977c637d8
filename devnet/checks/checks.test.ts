import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { checkDisk } from "./disk.ts";
import { takeLock } from "./lock.ts";
import { systemFault } from "./systemFault.ts";

function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "nektar-checks-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return directory;
}

describe("takeLock", () => {
  it("refuses a second holder and lets the next one in after the first", () => {
    const directory = temporaryDirectory();
    const release = takeLock(directory);
    expect(() => takeLock(directory)).toThrow(`already runs on ${directory} (process ${process.pid})`);
    release();
    takeLock(directory)();
  });

  it("takes over from a process that is gone, though its number is in use again", () => {
    const directory = temporaryDirectory();
    const gone = spawnSync(process.execPath, ["--version"]).pid;
    writeFileSync(join(directory, "lock"), JSON.stringify({ pid: gone, startTime: "1" }));
    takeLock(directory)();
    writeFileSync(join(directory, "lock"), JSON.stringify({ pid: process.pid, startTime: "1" }));
    takeLock(directory)();
  });
});

describe("checkDisk", () => {
  it("asks for 1 GiB and says how much there is", () => {
    expect(() => checkDisk("/data", 300 * 1024 ** 2)).toThrow("has 300 MiB free; 1 GiB is needed");
    checkDisk("/data", 1024 ** 3);
  });
});

describe("systemFault", () => {
  it("says what to do about another user's directory and a full disk, and nothing about other errors", () => {
    const fault = (code: string) => systemFault(Object.assign(new Error(code), { code, path: "/d/lock" }));
    expect(fault("EACCES")).toContain("/d/lock belongs to another user");
    expect(fault("ENOSPC")).toContain("disk that holds /d/lock is full");
    expect(fault("ENOENT")).toBeUndefined();
  });
});
