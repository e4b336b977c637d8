import { setImmediate as yieldToOthers } from "node:timers/promises";
import type { Hex } from "viem";
import { decodeG1, decompressG2, type G1Point, type G2Point } from "../../lib/bls/points.ts";
import { aggregateKeys, aggregateSignatures, hashToG2, verifyHashed } from "../../lib/bls/signatures.ts";

export type Signed = { readonly signature: Hex; readonly bls_key: Hex };
export type Verified<Row extends Signed> = { readonly row: Row; readonly signature: G2Point };

type Candidate<Row> = { readonly row: Row; readonly signature: G2Point; readonly key: G1Point };

/**
 * Those rows whose signatures hold for `digest`. All are checked together in one pairing; only when that fails are they
 * halved until the bad ones are alone. Together is enough: it is what the contract checks, and registration proved that
 * each operator holds its key's secret.
 */
export async function verifySignatures<Row extends Signed>(
  digest: Hex,
  rows: readonly Row[],
): Promise<Verified<Row>[]> {
  const candidates: Candidate<Row>[] = [];
  for (const row of rows) {
    // Each takes some milliseconds: a hundred must not hold up locks and health checks.
    await yieldToOthers();
    const points = readPoints(row);
    if (points) candidates.push({ row, ...points });
  }
  return bisect(hashToG2(digest), candidates);
}

async function bisect<Row extends Signed>(
  hashed: G2Point,
  candidates: readonly Candidate<Row>[],
): Promise<Verified<Row>[]> {
  if (candidates.length === 0) return [];
  await yieldToOthers();
  const signature = aggregateSignatures(candidates.map((candidate) => candidate.signature));
  const key = aggregateKeys(candidates.map((candidate) => candidate.key));
  if (holds(signature, hashed, key)) return candidates.map((candidate) => ({ ...candidate }));
  if (candidates.length === 1) return [];
  const middle = candidates.length >> 1;
  const left = await bisect(hashed, candidates.slice(0, middle));
  return [...left, ...(await bisect(hashed, candidates.slice(middle)))];
}

/** Sums of forged points may be infinity, which no verification accepts. */
function holds(signature: G2Point, hashed: G2Point, key: G1Point): boolean {
  return !signature.is0() && !key.is0() && verifyHashed(signature, hashed, key);
}

/** The row's points, checked; undefined when they are none. */
function readPoints(row: Signed): { signature: G2Point; key: G1Point } | undefined {
  try {
    return { signature: decompressG2(row.signature), key: decodeG1(row.bls_key) };
  } catch {
    return undefined;
  }
}
