import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Database } from "../lib/database/createDatabase.ts";
import type { JobContext } from "./context.ts";
import { countByState } from "./countByState.ts";
import { findFault } from "./rewards/epochQueries.ts";
import { countDiffering } from "./rewards/watchQueries.ts";
import { nextUnfinishedNonce } from "./transactions/queries.ts";
import { lowercase } from "./transactions/sendIntent.ts";

export type JobsMetrics = {
  readonly registry: Registry;
  readonly onRun: (job: string, outcome: "done" | "failed", seconds: number) => void;
};

/** Metrics of the process. Gauges are read from Postgres and the chain when they are asked for. */
export function createMetrics(context: JobContext): JobsMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: "nektar_jobs_" });
  const runs = new Counter({
    name: "nektar_jobs_runs_total",
    help: "Runs of jobs by outcome.",
    labelNames: ["job", "outcome"],
    registers,
  });
  const seconds = new Histogram({
    name: "nektar_jobs_run_seconds",
    help: "Time that a run took.",
    labelNames: ["job"],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30],
    registers,
  });
  addGauges(context, registers);
  return {
    registry,
    onRun: (job, outcome, duration) => {
      runs.inc({ job, outcome });
      seconds.observe({ job }, duration);
    },
  };
}

function addGauges({ db, sender }: JobContext, registers: Registry[]): void {
  addStates(db, registers);
  new Gauge({
    name: "nektar_reward_roots_differing",
    help: "Roots on chain that are not what the chain's logs give; any halts publishing.",
    registers,
    async collect() {
      this.set(Number(await countDiffering(db)));
    },
  });
  new Gauge({
    name: "nektar_rewards_halted",
    help: "1 while nothing is published, because an epoch's root, blocks or check are not as they should be; else 0.",
    registers,
    async collect() {
      this.set((await findFault(db)) === undefined ? 0 : 1);
    },
  });
  new Gauge({
    name: "nektar_sender_balance_wei",
    help: "What the sending account has left for gas.",
    registers,
    async collect() {
      // A node that is down must not take the other metrics with it.
      const balance = await sender.chain
        .getBalance({ address: sender.account.address })
        .catch(() => undefined);
      if (balance !== undefined) this.set(Number(balance));
    },
  });
  addNonces({ db, sender }, registers);
}

type Table = Parameters<typeof countByState>[1];

/** Tables whose rows are counted by state; states that are named are told when no row is in them, too. */
const counted: readonly (readonly [name: string, help: string, table: Table, states: readonly string[]])[] = [
  ["nektar_transactions", "Transactions that we decided on, by state.", "nektar.transaction", []],
  [
    "nektar_reward_epochs",
    "Reward epochs by state; any mismatch or reorganised one halts publishing.",
    "nektar.reward_epoch",
    ["calculated", "submitted", "mismatch", "reorganised"],
  ],
  ["nektar_evidence", "Equivocations that are known, by state.", "nektar.evidence", []],
  [
    "nektar_challenges",
    "Accepted responses that were re-executed, by state; wrong and bonded ones are under way.",
    "nektar.challenge",
    ["wrong", "bonded", "failed", "missed"],
  ],
  [
    "nektar_alert_deliveries",
    "Alerts by what became of their delivery.",
    "nektar.alert_delivery",
    ["due", "delivered", "given up"],
  ],
];

function addStates(db: Database, registers: Registry[]): void {
  for (const [name, help, table, states] of counted)
    new Gauge({
      ...{ name, help, labelNames: ["state"], registers },
      async collect() {
        for (const state of states) this.set({ state }, 0);
        for (const { state, count } of await countByState(db, table)) this.set({ state }, Number(count));
      },
    });
}

/**
 * The sending account's next nonces. `mined` behind `pending` for long: transactions wait for their turn or for gas money;
 * `pending` behind `intended`: the node does not have what was decided.
 */
function addNonces({ db, sender }: Pick<JobContext, "db" | "sender">, registers: Registry[]): void {
  new Gauge({
    name: "nektar_sender_nonce",
    help: "The sending account's next nonce: by what is mined, with what the node has pending, and by our intents.",
    labelNames: ["as_of"],
    registers,
    async collect() {
      const { address } = sender.account;
      const onChain = (blockTag: "latest" | "pending") =>
        sender.chain.getTransactionCount({ address, blockTag }).catch(() => undefined);
      const [mined, pending, ours] = await Promise.all([
        onChain("latest"),
        onChain("pending"),
        nextUnfinishedNonce(db, lowercase(address)),
      ]);
      if (mined === undefined || pending === undefined) return;
      this.set({ as_of: "mined" }, mined);
      this.set({ as_of: "pending" }, pending);
      this.set({ as_of: "intended" }, Math.max(ours, pending));
    },
  });
}
