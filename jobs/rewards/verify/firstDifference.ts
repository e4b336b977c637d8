import { type Canonical, canonicalJson } from "../../../lib/json/canonicalJson.ts";
import type { BundleLines } from "../stages/09-bundle.ts";
import { writeBundle } from "../stages/09-bundle.ts";

type Bundle = { readonly [key: string]: unknown };

/** A calculation's lines as a bundle has them, parsed. */
export async function bundleOfLines(
  facts: Parameters<typeof writeBundle>[0],
  lines: BundleLines,
): Promise<Bundle> {
  let text = "";
  for await (const piece of writeBundle(facts, lines)) text += piece;
  return JSON.parse(text) as Bundle;
}

/** In the order of the calculation, so that the first difference is the cause of the others. */
const order = ["pots", "operators", "holdings", "pools", "leaves", "total", "root"] as const;

/**
 * The first line in which two bundles of one epoch differ, in words; null when pots, operators, holdings, pools, leaves, total and root are the
 * same. What made them (the program's version, digests) is not compared.
 */
export function firstDifference(ours: Bundle, theirs: Bundle): string | null {
  for (const name of order) {
    const [one, other] = [linesOf(ours[name]), linesOf(theirs[name])];
    for (let index = 0; index < Math.max(one.length, other.length); index++) {
      const [left, right] = [textOf(one[index]), textOf(other[index])];
      if (left !== right) return `${name}${one.length > 1 ? ` ${index}` : ""}: ${left} here, ${right} there`;
    }
  }
  return null;
}

const linesOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const textOf = (line: unknown) => (line === undefined ? "nothing" : canonicalJson(line as Canonical));
