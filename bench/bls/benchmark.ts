import { createRequire } from "node:module";
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { hexToBytes, keccak256, toHex } from "viem";
import type { BlsBackend } from "../../lib/bls/backend/BlsBackend.ts";
import { loadBlst } from "../../lib/bls/backend/blst.ts";
import { nobleBackend } from "../../lib/bls/backend/noble.ts";
import { encodeG1 } from "../../lib/bls/points.ts";
import { ResponseBatch, type Signed } from "../../lib/bls/ResponseBatch.ts";
import { publicKeyOf } from "../../lib/bls/signatures.ts";
import type { Section } from "../support/report.ts";
import { blstReference, nobleReference, type Reference, type Row } from "./references.ts";
import { compare, type Work } from "./timing.ts";

const digest = keccak256(toHex("a response"));
const counts = [1, 100, 1_000];

/** Signing, and verifying many responses to one message, beside bare calls of the libraries in the same run. */
export async function* run(): AsyncIterable<Section> {
  const native = loadBlst();
  if (native === undefined) throw new Error("@chainsafe/blst is not installed here: nothing to compare with");
  const rows = makeRows(native);
  const blst = createRequire(import.meta.url)("@chainsafe/blst");
  yield await measure("blst, native", native, blstReference(blst, digest, rows), rows, 20);
  yield await measure("noble", nobleBackend, nobleReference(digest, rows), rows, 1);
}

function makeRows(native: BlsBackend): Row[] {
  return Array.from({ length: Math.max(...counts) }, (_, index) => {
    const secret = bls12_381.longSignatures.keygen(hexToBytes(toHex(index + 1, { size: 48 }))).secretKey;
    return { secret, key: encodeG1(publicKeyOf(secret)), signature: native.signer(secret)(digest) };
  });
}

async function measure(
  title: string,
  backend: BlsBackend,
  reference: Reference,
  rows: readonly Row[],
  times: number,
): Promise<Section> {
  const sign = backend.signer(rows[0]?.secret ?? new Uint8Array());
  const signing = await compare([() => sign(digest), reference.sign], times);
  const table = [line("sign", signing, "sign")];
  for (const count of counts) {
    const some = rows.slice(0, count);
    const batch = receive(backend, some);
    const verify: Work = async () => {
      if ((await batch.verify()).length !== count) throw new Error("a good signature was refused");
    };
    const [ours = 0, one = 0, bare = 0] = await compare(
      [verify, () => reference.verify(1), () => reference.verify(count)],
      times,
    );
    table.push(line(`verify ${count}`, [ours, one], "verify one"));
    if (count > 1) table.push(line(`verify ${count}`, [ours, bare], "sum up and verify"));
  }
  const [received = 0] = await compare([() => receive(backend, rows.slice(0, 100))], 1);
  return {
    title,
    columns: ["what", "ms", "reference", "reference, ms", "ratio"],
    rows: table,
    notes: [
      `Verifying is what is left once the points came in: reading, checking and summing up 100 keys and signatures took ${received.toFixed(1)} ms.`,
      await describeBisection(backend, rows.slice(0, 100)),
    ],
  };
}

function receive(backend: BlsBackend, rows: readonly Row[], onCheck?: () => void): ResponseBatch<Signed> {
  const batch = new ResponseBatch<Signed>(backend, digest, onCheck);
  for (const { key, signature } of rows)
    batch.add({ key: backend.readKey(key), signature: backend.readSignature(signature) });
  return batch;
}

async function describeBisection(backend: BlsBackend, rows: readonly Row[]): Promise<string> {
  let checks = 0;
  const [first, ...others] = rows;
  if (first === undefined) throw new Error("no rows");
  const forged = backend.signer(first.secret)(keccak256(toHex("another response")));
  const batch = receive(backend, [...others, { ...first, signature: forged }], () => checks++);
  const start = performance.now();
  const good = await batch.verify();
  const took = performance.now() - start;
  if (good.length !== rows.length - 1) throw new Error("the bad signature was not found");
  return `One bad signature among ${rows.length} was found with ${checks} pairing checks in ${took.toFixed(1)} ms.`;
}

function line(what: string, [ours = 0, theirs = 0]: readonly number[], reference: string): string[] {
  return [what, ours.toFixed(3), reference, theirs.toFixed(3), (ours / theirs).toFixed(2)];
}
