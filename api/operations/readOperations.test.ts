import { hash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import * as client from "../../client/operations.gen.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import * as operator from "../../operator/api/operations.gen.ts";
import { readRegisteredOperations } from "./readOperations.ts";

const directory = mkdtempSync(join(tmpdir(), "nektar-operations-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const sha256 = (text: string) => hash("sha256", text, "hex");
const operation = (body: string, id = sha256(body)) => ({ id, name: "Mine", type: "query", body });
function fileOf(content: unknown): string {
  const path = join(directory, "operations.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}
const manifest = (...operations: unknown[]) => ({
  ...{ format: "apollo-persisted-query-manifest", version: 1, operations },
});

describe("registered operations", () => {
  it("are those that our client and the operator send, to the letter", () => {
    const sent = [...Object.values(client), ...Object.values(operator)].map(({ text }) => text);
    expect(sent.length).toBeGreaterThan(10);
    const registered = readRegisteredOperations();
    expect(sent.map((text) => registered.get(sha256(text)))).toEqual(sent);
    expect(registered.size).toBe(new Set(sent).size);
  });

  it("are those of a file, too", () => {
    const body = "query Mine { _meta { lag } }";
    const registered = readRegisteredOperations(fileOf(manifest(operation(body))));
    expect(registered.get(sha256(body))).toBe(body);
    expect(registered.size).toBe(readRegisteredOperations().size + 1);
  });

  it.each([
    ["is no JSON", "{", /cannot be read as JSON/],
    ["has another format", { operations: [] }, /format/],
    ["has an id that is not the hash", manifest(operation("{ __typename }", "1")), /Mine: its id is not/],
    ["has an operation that is none", manifest(operation("{{{")), /Mine: Syntax Error/],
    ["has one that does not fit the schema", manifest(operation("{ nonsense }")), /Mine: .*"nonsense"/],
  ])("are refused when the file %s", (_what, content, message) => {
    const read = () => readRegisteredOperations(fileOf(content));
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(message);
  });
});
