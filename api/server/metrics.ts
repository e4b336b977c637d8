import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Position } from "../meta/queries.ts";
import type { RequestScope } from "./requestScope.ts";

export type Metrics = {
  readonly registry: Registry;
  /** One GraphQL request was answered, or its client went away. */
  observe(scope: RequestScope, seconds: number): void;
  /** @param lag undefined when no node answers. */
  position(position: Position, lag: number | undefined): void;
};

/**
 * The process's metrics, all with the prefix `nektar_`.
 *
 * @param readInvariants what the indexer's monitor found; asked each time that metrics are read.
 * @param subscribers how many there are, by topic.
 * @param caches what came of looks into them, counted on.
 */
export function createMetrics(
  readInvariants: () => Promise<readonly { readonly name: string; readonly violations: number }[]>,
  subscribers: () => Readonly<Record<string, number>>,
  caches: Readonly<Record<"response" | "plan", Readonly<Record<string, number>>>>,
): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "nektar_api_" });
  const duration = new Histogram({
    name: "nektar_api_request_seconds",
    help: "Time to answer a GraphQL request, by its root field.",
    labelNames: ["operation"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const errors = new Counter({
    name: "nektar_api_errors_total",
    help: "Errors in answers, by the root field and the error's code.",
    labelNames: ["operation", "code"],
    registers: [registry],
  });
  const lanes = new Counter({
    name: "nektar_api_lane_total",
    help: "GraphQL requests by how they were answered: known documents go a shorter way.",
    labelNames: ["lane"],
    registers: [registry],
  });
  const rows = new Counter({
    name: "nektar_api_rows_total",
    help: "Rows that answers have room for, by the root field: as they are counted against an answer's limit.",
    labelNames: ["operation"],
    registers: [registry],
  });
  for (const [name, counts] of Object.entries(caches))
    new Counter({
      name: `nektar_api_${name}_cache_total`,
      help: `Looks into the ${name} cache, by what came of them.`,
      labelNames: ["result"],
      registers: [registry],
      collect() {
        this.reset();
        for (const [result, count] of Object.entries(counts)) this.inc({ result }, count);
      },
    });
  const indexedBlock = new Gauge({
    name: "nektar_api_indexed_block",
    help: "The block that answers are as of.",
    registers: [registry],
  });
  const lagBlocks = new Gauge({
    name: "nektar_api_lag_blocks",
    help: "Blocks by which the indexer is behind the chain's newest one.",
    registers: [registry],
  });
  new Gauge({
    name: "nektar_indexer_invariant_violations",
    help: "Indexed rows that break an invariant, by its name.",
    labelNames: ["invariant"],
    registers: [registry],
    async collect() {
      this.reset();
      for (const { name, violations } of await readInvariants().catch(() => [])) {
        this.set({ invariant: name }, violations);
      }
    },
  });
  new Gauge({
    name: "nektar_api_subscribers",
    help: "Open subscriptions, by their topic.",
    labelNames: ["topic"],
    registers: [registry],
    collect() {
      for (const [topic, count] of Object.entries(subscribers())) this.set({ topic }, count);
    },
  });
  // Labels are looked up once: there are few of them.
  const byLane = { known: lanes.labels("known"), yoga: lanes.labels("yoga") };
  const durations = new Map<string, Histogram.Internal<"operation">>();
  return {
    registry,
    observe({ operation, errorCodes, lane, rows: counted }, seconds) {
      rows.inc({ operation }, counted);
      byLane[lane].inc();
      let ofOperation = durations.get(operation);
      if (ofOperation === undefined) {
        ofOperation = duration.labels(operation);
        durations.set(operation, ofOperation);
      }
      ofOperation.observe(seconds);
      for (const code of errorCodes) errors.inc({ operation, code });
    },
    position({ indexed }, lag) {
      indexedBlock.set(Number(indexed.number));
      if (lag === undefined) lagBlocks.reset();
      else lagBlocks.set(lag);
    },
  };
}
