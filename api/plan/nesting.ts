/** Deeper than any input needs: a filter at its limit, in a list at each level, takes half of it. */
const deepest = 24;

/** Whether JSON nests so deep that what coerces and compiles it, by recursion, should not see it. */
export function nestsTooDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== "object" || value === null) return false;
  return depth >= deepest || Object.values(value).some((item) => nestsTooDeep(item, depth + 1));
}
