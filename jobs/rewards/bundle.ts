import { createHash } from "node:crypto";
import type { Hex } from "viem";
import { ruleVersion } from "./calculation/calculateEpoch.ts";
import type { EpochInput, EpochResult } from "./calculation/types.ts";

/**
 * JSON with sorted keys, no white space, and every integer as a decimal string: one text for one value, in any language.
 * Numbers that are no safe integer, and undefined, are refused.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "bigint" || typeof value === "number") {
    if (typeof value === "number" && !Number.isSafeInteger(value))
      throw new TypeError(`${value} is not an integer.`);
    return `"${value}"`;
  }
  if (typeof value === "string" || typeof value === "boolean" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object") throw new TypeError(`A bundle cannot hold ${typeof value}.`);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${canonicalJson(part)}`).join(",")}}`;
}

export type Bundle = { readonly json: string /** sha256 of `json`. */; readonly hash: Hex };

/** Stage 8: the canonical record of an epoch's calculation. Rows are sorted, so that it depends on the chain alone. */
export function makeBundle(
  chain: { chainId: number; rewardsCoordinator: Hex },
  input: EpochInput,
  result: EpochResult,
  root: Hex,
): Bundle {
  const sortedInput = Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, Array.isArray(value) ? sorted(value) : value]),
  );
  const json = canonicalJson({
    ...chain,
    ruleVersion,
    epoch: input.epoch,
    input: sortedInput,
    pots: result.pots,
    operators: result.operators,
    pools: result.pools,
    delegators: result.delegators,
    leaves: result.leaves,
    root,
  });
  return { json, hash: `0x${createHash("sha256").update(json).digest("hex")}` };
}

function sorted(rows: readonly unknown[]): unknown[] {
  return rows
    .map((row) => ({ row, text: canonicalJson(row) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ row }) => row);
}
