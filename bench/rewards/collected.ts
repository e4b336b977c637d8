import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Measured } from "./measureEpochs.ts";

const directory = ".nektar/bench/rewards";
const fileOf = (intervals: number) => join(directory, `${intervals}.json`);

/** Keeps a size's figures, so that sizes measured one at a time stand in one table; of a reference that was left out the last ones. */
export function keep(measured: Measured): void {
  mkdirSync(directory, { recursive: true });
  const daily = measured.daily ?? readKept([measured.intervals])[0]?.daily ?? null;
  writeFileSync(fileOf(measured.intervals), JSON.stringify({ ...measured, daily }));
}

/** The figures of these sizes that were kept, in the same order. */
export function readKept(sizes: readonly number[]): Measured[] {
  return sizes.flatMap((size) =>
    existsSync(fileOf(size)) ? [JSON.parse(readFileSync(fileOf(size), "utf8")) as Measured] : [],
  );
}
