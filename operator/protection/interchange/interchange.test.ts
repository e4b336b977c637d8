import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Hex, keccak256, toHex } from "viem";
import { afterAll, describe, expect, it } from "vitest";
import { encodeG1 } from "../../../lib/bls/points.ts";
import { publicKeyOf } from "../../../lib/bls/signatures.ts";
import { Journal, SigningRefusedError } from "../journal.ts";
import type { SigningRecord } from "../record.ts";
import { playCase, type SuiteCase } from "../testing/interchangeSuite.ts";
import { ownCases } from "../testing/suiteCases.ts";
import { InterchangeRefusedError } from "./format.ts";
import { exportInterchange, importInterchange } from "./interchange.ts";

const directory = mkdtempSync(join(tmpdir(), "nektar-interchange-"));
const domain = { chainId: 31337, taskManager: `0x${"11".repeat(20)}` } as const;
const publicKeys = [1, 2].map((byte) => encodeG1(publicKeyOf(new Uint8Array(32).fill(byte))));
const record = (key: number, task: number, digest: Hex | null = keccak256(toHex(task))): SigningRecord => ({
  publicKey: publicKeys[key] ?? "0x",
  ...domain,
  taskId: keccak256(toHex(`task ${task}`)),
  digest,
  response: "0x1234",
});
const open = (name: string) => Journal.open(join(directory, name));
/** `NEKTAR_EIP3076_TESTS` names the folder `tests/generated` of eth-clients/slashing-protection-interchange-tests. */
const suite = process.env.NEKTAR_EIP3076_TESTS;

afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe("the interchange form", () => {
  it("carries every record to another journal, which then refuses the same", async () => {
    const [from, to] = [await open("from"), await open("to")];
    await from.recordAll([record(0, 1), record(0, 2), record(1, 1, `0x${"ee".repeat(32)}`)]);
    await from.record({ ...record(0, 3), chainId: 1 }); // another domain's stays behind
    const text = await exportInterchange(from, domain);
    expect(await importInterchange(to, text, domain)).toBe(3);
    await to.close();
    const again = await open("to");
    expect(again.count).toBe(3);
    await again.record(record(0, 1));
    await expect(again.record(record(0, 2, `0x${"ff".repeat(32)}`))).rejects.toThrow(SigningRefusedError);
    await expect(again.record(record(1, 1))).rejects.toThrow(SigningRefusedError);
    expect(await exportInterchange(again, domain)).toBe(text);
    await Promise.all([from.close(), again.close()]);
  });

  it("imports nothing of a file that contradicts what is recorded", async () => {
    const [one, other] = [await open("one"), await open("other")];
    await one.recordAll([record(0, 1), record(0, 2)]);
    await other.record(record(0, 2, `0x${"ee".repeat(32)}`));
    const text = await exportInterchange(one, domain);
    await expect(importInterchange(other, text, domain)).rejects.toThrow(InterchangeRefusedError);
    expect(other.count).toBe(1);
    await Promise.all([one.close(), other.close()]);
  });

  it.each([
    ["not JSON", "{", /not JSON/],
    ["another version", { metadata: { interchange_format_version: "4" } }, /version 5/],
    ["another chain", { metadata: { genesis_validators_root: `0x${"01".repeat(32)}` } }, /another chain/],
    ["an unquoted slot", { data: [{ signed_blocks: [{ slot: 7 }] }] }, /form/],
    [
      "a slot of more than 256 bits",
      { data: [{ signed_blocks: [{ slot: (2n ** 256n).toString() }] }] },
      /form/,
    ],
    ["a key that is no point", { data: [{ pubkey: `0x${"ff".repeat(48)}` }] }, /no public key/],
    ["attestations", { data: [{ signed_attestations: [{}] }] }, /attestations/],
  ])("refuses a file with %s", async (name, change, sentence) => {
    const journal = await open(name.replaceAll(" ", "-"));
    const good = JSON.parse(await exportInterchange(journal, domain));
    const key = { pubkey: `0x${"00".repeat(48)}`, signed_blocks: [], signed_attestations: [] };
    const text =
      typeof change === "string"
        ? change
        : JSON.stringify({
            metadata: { ...good.metadata, ...("metadata" in change ? change.metadata : {}) },
            data: "data" in change ? change.data.map((each) => ({ ...key, ...each })) : [],
          });
    await expect(importInterchange(journal, text, domain)).rejects.toThrow(sentence);
    await journal.close();
  });
});

describe("EIP-3076's test suite", () => {
  it.each(ownCases.map((each) => [each.name, each] as const))("own case: %s", async (_name, each) => {
    expect((await playCase(each)).faults).toEqual([]);
  });

  it.runIf(suite !== undefined)("the public suite holds for all that it asks about blocks", async () => {
    const files = readdirSync(suite ?? "").filter((name) => name.endsWith(".json"));
    const sum = { cases: 0, imports: 0, blocks: 0, attestations: 0, belowLowest: 0 };
    for (const name of files) {
      const each: SuiteCase = JSON.parse(readFileSync(join(suite ?? "", name), "utf8"));
      const { faults, ...counts } = await playCase(each);
      expect([name, faults]).toEqual([name, []]);
      sum.cases++;
      for (const kind of ["imports", "blocks", "attestations", "belowLowest"] as const)
        sum[kind] += counts[kind];
    }
    expect(sum.cases).toBeGreaterThan(30);
    console.log(`EIP-3076's suite: ${JSON.stringify(sum)}`);
  });
});
