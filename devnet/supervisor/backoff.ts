const firstPauseMs = 250;
const longestPauseMs = 15_000;
/** A process that lived this long counts as sound again. */
export const soundAfterMs = 30_000;

/** How long to wait before starting a process again that ended `failures` times in a row (1 or more). */
export function restartPauseMs(failures: number): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 1));
}
