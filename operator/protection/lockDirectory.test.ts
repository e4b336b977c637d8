import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { type DirectoryLock, DirectoryLockedError, lockDirectory } from "./lockDirectory.ts";

describe("lockDirectory", () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "nektar-lock-"));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it("is exclusive until it is released, and leaves nothing behind", async () => {
    const lock = await lockDirectory(directory);
    await expect(lockDirectory(directory)).rejects.toThrow(DirectoryLockedError);
    await lock.release();
    const again = await lockDirectory(directory);
    await again.release();
    expect(await readdir(directory)).toEqual([]);
  });

  it("is never held twice by processes that start together", async () => {
    for (let round = 0; round < 30; round++) {
      const results = await Promise.allSettled(Array.from({ length: 6 }, () => lockDirectory(directory)));
      const held = results.flatMap((result): DirectoryLock[] =>
        result.status === "fulfilled" ? [result.value] : [],
      );
      expect(held.length).toBeLessThanOrEqual(1);
      await Promise.all(held.map((lock) => lock.release()));
    }
  });

  it("makes the directory, and says when its path is too long for a lock", async () => {
    const lock = await lockDirectory(join(directory, "a", "b"));
    await lock.release();
    await expect(lockDirectory(join(directory, "x".repeat(120)))).rejects.toThrow(ConfigError);
  });
});
