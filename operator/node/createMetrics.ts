import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export type OperatorMetrics = ReturnType<typeof createMetrics>;

/** The client's Prometheus metrics, prefix `nektar_`, in a registry of their own. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "nektar_" });
  const registers = [registry];
  return {
    registry,
    tasks: new Counter({
      name: "nektar_operator_tasks_total",
      help: "Tasks by how they ended: accepted, closed, refused, rejected, late, expired, failed, stopped.",
      labelNames: ["outcome"],
      registers,
    }),
    signatures: new Counter({
      name: "nektar_operator_signatures_total",
      help: "Responses signed, repeated ones included.",
      registers,
    }),
    retries: new Counter({
      name: "nektar_operator_hand_in_retries_total",
      help: "Times that handing a response to an API had to be repeated.",
      registers,
    }),
    polls: new Counter({
      name: "nektar_operator_polls_total",
      help: "Polls of APIs by result: answered, failed, lied.",
      labelNames: ["api", "result"],
      registers,
    }),
    moduleSeconds: new Histogram({
      name: "nektar_operator_module_seconds",
      help: "Time that modules took for a payload, waiting included.",
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
      registers,
    }),
    headBlock: new Gauge({ name: "nektar_operator_head_block", help: "Newest block seen.", registers }),
    workingTasks: new Gauge({
      name: "nektar_operator_working_tasks",
      help: "Tasks that the chain confirmed and that are not done.",
      registers,
    }),
  };
}
