import { createHash } from "node:crypto";
import type { Hex } from "viem";
import { type Canonical, canonicalJson } from "../../lib/json/canonicalJson.ts";
import type { EpochInput } from "./types.ts";

const lists = [
  "schedules",
  "accruals",
  "carries",
  "weights",
  "participations",
  "performance",
  "commissions",
  "slashed",
] as const;

export type InputDigests = Readonly<Record<(typeof lists)[number], Hex>>;

/**
 * sha256 of each list of an epoch's inputs, as canonical JSON with its rows in ascending order: two calculators whose roots differ see
 * which input it is. Shares have a digest per pool instead, beside its holdings.
 */
export function digestInputs(input: Pick<EpochInput, (typeof lists)[number]>): InputDigests {
  const digests = lists.map((name) => [name, digestOf(input[name])] as const);
  return Object.fromEntries(digests) as InputDigests;
}

function digestOf(rows: readonly object[]): Hex {
  const lines = rows.map((row) => canonicalJson(canonical(row))).sort();
  return `0x${createHash("sha256").update(lines.join("\n")).digest("hex")}`;
}

function canonical(row: object): Canonical {
  const entries = Object.entries(row).map(([key, value]) => [
    key,
    typeof value === "number" ? BigInt(value) : (value as Canonical),
  ]);
  return Object.fromEntries(entries) as Canonical;
}
