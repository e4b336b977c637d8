import { setImmediate as yieldToOthers } from "node:timers/promises";
import type { Hex } from "viem";
import type { BlsBackend, Key, Signature } from "../bls/backend/BlsBackend.ts";
import { selectBackend } from "../bls/backend/selectBackend.ts";
import { InvalidPointError } from "../bls/points.ts";
import { ResponseBatch } from "../bls/ResponseBatch.ts";

export type Signed = { readonly signature: Hex; readonly bls_key: Hex };
export type Verified<Row extends Signed> = { readonly row: Row; readonly signature: Signature };

type Candidate<Row> = { readonly row: Row; readonly signature: Signature; readonly key: Key };

/** Keys that are kept as points: reading one costs as much as many additions, and operators sign again and again. */
const mostKeys = 10_000;
const keys = new Map<Hex, Key>();

/** Those rows whose signatures hold for `digest`: all checked together, bad ones found by bisection. */
export async function verifySignatures<Row extends Signed>(
  digest: Hex,
  rows: readonly Row[],
  backend: BlsBackend = selectBackend(),
): Promise<Verified<Row>[]> {
  const batch = new ResponseBatch<Candidate<Row>>(backend, digest);
  for (const row of rows) {
    // On noble each takes some milliseconds: a hundred must not hold up locks and health checks.
    if (backend.name === "noble") await yieldToOthers();
    const points = readPoints(row, backend);
    if (points) batch.add({ row, ...points });
  }
  return batch.verify();
}

/** The row's points, checked; undefined when they are none. */
function readPoints(row: Signed, backend: BlsBackend): { signature: Signature; key: Key } | undefined {
  try {
    return { signature: backend.readSignature(row.signature), key: readKey(row.bls_key, backend) };
  } catch (error) {
    if (error instanceof InvalidPointError) return undefined;
    throw error;
  }
}

function readKey(encoded: Hex, backend: BlsBackend): Key {
  const known = keys.get(encoded);
  if (known?.keyOf === backend.name) return known;
  const key = backend.readKey(encoded);
  if (keys.size >= mostKeys) keys.clear();
  keys.set(encoded, key);
  return key;
}
