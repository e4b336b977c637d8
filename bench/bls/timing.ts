import { median } from "../support/statistics.ts";

export type Work = () => unknown;

const rounds = 7;

/** Milliseconds of each work, the medians of rounds in which they are done in turn, `times` each. */
export async function compare(works: readonly Work[], times: number): Promise<number[]> {
  for (const work of works) await work();
  const taken = works.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, work] of works.entries()) {
      const start = performance.now();
      for (let time = 0; time < times; time++) await work();
      taken[index]?.push((performance.now() - start) / times);
    }
  }
  return taken.map(median);
}
