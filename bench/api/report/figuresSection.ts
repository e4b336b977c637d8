import { type Section, whole } from "../../support/report.ts";
import type { Figures } from "../measure/measureRounds.ts";
import { labels } from "./labels.ts";

/** What was measured of one query, a line for each way to ask it. */
export function figuresSection(title: string, figures: readonly Figures[]): Section {
  const floor = figures.find(({ label }) => label === labels.floor);
  return {
    title,
    columns: [
      ...["who", "requests/s", "CPU µs a request", "times the floor's CPU"],
      ...["p50 ms", "p99 ms", "SQL a request", "MiB"],
    ],
    rows: figures.map((one) => [
      one.label,
      whole(one.requestsPerSecond),
      whole(one.cpuMicrosPerRequest),
      floor ? (one.cpuMicrosPerRequest / floor.cpuMicrosPerRequest).toFixed(2) : "",
      one.p50Ms.toFixed(1),
      one.p99Ms.toFixed(1),
      one.statementsPerRequest.toFixed(2),
      whole(one.memoryMiB),
    ]),
  };
}
