import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findKey, givenKey, readApiKeys } from "./apiKeys.ts";

const directory = mkdtempSync(join(tmpdir(), "nektar-keys-"));
const path = join(directory, "keys.json");
afterAll(() => rmSync(directory, { recursive: true, force: true }));
// Of "a key", by `printf 'a key' | sha256sum`.
const sha256 = "0f0c7d84d2a1ec2d2fc8a3fb1d1e4b8a7cdeb4f4b1b8d55ac65a4c3e94e8d7a0";

describe("the file of API keys", () => {
  it("names what is wrong with it", () => {
    const read = (content: string) => () => {
      writeFileSync(path, content);
      return readApiKeys(path);
    };
    expect(() => readApiKeys(join(directory, "none.json"))).toThrow(/API_KEYS_FILE/);
    expect(read("{")).toThrow(/cannot be read as JSON/);
    expect(read("[{}]")).toThrow(/0\.name/);
    expect(read(JSON.stringify([{ name: "one", sha256: "AA", perSecond: 1 }]))).toThrow(/64 hex digits/);
    expect(read(JSON.stringify([{ name: "one", sha256, perSecond: 0 }]))).toThrow(/perSecond/);
    expect(read(JSON.stringify([{ name: "one", sha256, perSecond: 9 }]))().size).toBe(1);
  });

  it("is of hashes: a key is found, its hash is no key", async () => {
    const { createHash } = await import("node:crypto");
    const hash = createHash("sha256").update("a key").digest("hex");
    const keys = new Map([[hash, { name: "one", perSecond: 9 }]]);
    expect(findKey(keys, "a key")).toEqual({ name: "one", perSecond: 9 });
    expect([findKey(keys, hash), findKey(keys, "another")]).toEqual([undefined, undefined]);
  });
});

it("a key comes in a header of its own or as a bearer token", () => {
  const given = (headers: Record<string, string>) => givenKey({ headers });
  expect([given({ "x-api-key": "k" }), given({ authorization: "bearer k" })]).toEqual(["k", "k"]);
  expect([given({}), given({ authorization: "Basic k" })]).toEqual([undefined, undefined]);
});
