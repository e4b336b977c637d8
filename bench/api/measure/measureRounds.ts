import { median } from "../../support/statistics.ts";
import type { Load } from "../load/Load.ts";

/** One server, asked in one way. */
export type Measured = {
  readonly label: string;
  readonly url: string;
  readonly bodies: string;
  /** Whether each request is a document that was never seen before. */
  readonly unique: boolean;
  readonly accept: string;
  usage(): Promise<{ cpuMicros: number; rss: number; statements: number }>;
};

export type Figures = {
  readonly label: string;
  readonly requestsPerSecond: number;
  /** CPU time of the server's process. */
  readonly cpuMicrosPerRequest: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly statementsPerRequest: number;
  readonly memoryMiB: number;
};

export type Effort = { readonly rounds: number; readonly seconds: number; readonly connections: number };

/**
 * Loads each in turn, and all again, `rounds` times after one that warms up; medians.
 * @throws {Error} when a request failed.
 */
export async function measureRounds(
  load: Load,
  measured: readonly Measured[],
  { rounds, seconds, connections }: Effort,
): Promise<Figures[]> {
  const found = new Map<Measured, Figures[]>(measured.map((one) => [one, []]));
  for (let round = 0; round <= rounds; round += 1)
    for (const one of measured) {
      const before = await one.usage();
      const { url, bodies, unique, accept } = one;
      const result = await load.run({ url, bodies, unique, accept, seconds, connections });
      const after = await one.usage();
      if (result.failures > 0 || result.requests === 0)
        throw new Error(`${one.label}: ${result.failures} of ${result.requests} requests failed`);
      if (round === 0) continue;
      found.get(one)?.push({
        label: one.label,
        requestsPerSecond: result.requests / result.seconds,
        cpuMicrosPerRequest: (after.cpuMicros - before.cpuMicros) / result.requests,
        p50Ms: result.p50Ms,
        p99Ms: result.p99Ms,
        statementsPerRequest: (after.statements - before.statements) / result.requests,
        memoryMiB: after.rss / 1024 ** 2,
      });
    }
  return [...found].map(([{ label }, figures]) => ({ label, ...medians(figures) }));
}

function medians(figures: readonly Figures[]): Omit<Figures, "label"> {
  const of = (key: keyof Omit<Figures, "label">) => median(figures.map((one) => one[key]));
  return {
    requestsPerSecond: of("requestsPerSecond"),
    cpuMicrosPerRequest: of("cpuMicrosPerRequest"),
    p50Ms: of("p50Ms"),
    p99Ms: of("p99Ms"),
    statementsPerRequest: of("statementsPerRequest"),
    memoryMiB: of("memoryMiB"),
  };
}
