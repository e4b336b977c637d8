type Step = {
  readonly block: bigint;
  readonly timestamp: bigint;
  readonly value: bigint;
};

/**
 * The integral of a step function over `[start, end)`: the sum of value times seconds. Steps of one key, in any order;
 * before the first step the value is 0. Of several steps at one timestamp that of the last block holds.
 */
export function stepSeconds(steps: readonly Step[], start: bigint, end: bigint): bigint {
  const ordered = [...steps].sort(byTime);
  let sum = 0n;
  for (const [index, step] of ordered.entries()) {
    const from = step.timestamp > start ? step.timestamp : start;
    const next = ordered[index + 1]?.timestamp ?? end;
    const to = next < end ? next : end;
    if (to > from) sum += step.value * (to - from);
  }
  return sum;
}

function byTime(one: Step, other: Step): number {
  return one.block < other.block ? -1 : 1;
}
