import { checkEvents } from "../../indexer/testing/checks/events.ts";
import { withClient } from "../../indexer/testing/database.ts";
import { createDatabase } from "../../lib/database/createDatabase.ts";
import type { CrashingPostgres } from "../support/crashingPostgres.ts";
import { createDatabaseOn } from "../support/testDatabase.ts";
import { moves } from "./moves/moves.ts";
import { RunningIndexer } from "./RunningIndexer.ts";
import { createRandom } from "./random.ts";
import { settle, verify } from "./runSeed.ts";
import { Simulation } from "./simulation.ts";
import { openStage } from "./stage.ts";
import { difference, differencesFromChain, type Indexed } from "./verify.ts";
import { textOf } from "./words.ts";

export const faults = ["kills", "crashes", "reorgs"] as const;
export type Fault = (typeof faults)[number];

/** Milliseconds from the fault on; of a reorganisation from its last block on. */
type Times = { readonly ready: number | null; readonly head: number };
export type Recoveries = {
  readonly times: readonly Times[];
  /** Of crashes: how often Postgres had lost rows that readers had seen. */
  readonly losses: number;
  readonly failures: readonly string[];
};

type Round = {
  readonly simulation: Simulation;
  readonly indexer: RunningIndexer;
  readonly indexed: Indexed;
  readonly postgres: CrashingPostgres;
};

/** After so many faults every table is compared with the chain; the log of events after each. */
const fullComparisons: Record<Fault, number> = { kills: 10, crashes: 5, reorgs: 20 };
const deepest = 30;

/** Lets one kind of fault happen again and again to an indexer, and measures how long each time it takes to be right again. */
export async function recoverFrom(
  fault: Fault,
  count: number,
  seed: number,
  postgres: CrashingPostgres,
  say: (line: string) => void,
): Promise<Recoveries> {
  const at = { postgresUrl: postgres.url, runId: `recovery_${process.pid}` };
  const [stage, database] = await Promise.all([openStage(), createDatabaseOn(at.postgresUrl, at.runId)]);
  const db = createDatabase({ connectionString: database.url, applicationName: "recovery" });
  const settings = { databaseUrl: database.url, rpcUrl: stage.chain.url, addresses: stage.addresses };
  const indexer = await RunningIndexer.start(settings, db);
  const indexed: Indexed = { db, url: database.url, protocol: stage.protocol };
  const times: Times[] = [];
  const failures: string[] = [];
  let losses = 0;
  try {
    const simulation = await Simulation.begin(stage, moves, createRandom(seed));
    const round: Round = { simulation, indexer, indexed, postgres };
    // Deep enough for every reorganisation to come.
    while (simulation.height <= deepest) await simulation.playBlock();
    await settle(simulation, indexer);
    for (let time = 1; time <= count; time++) {
      const { lost, ...took } = await causes[fault](round);
      times.push(took);
      if (lost) losses += 1;
      const head = await stage.chain.client.getBlockNumber();
      const isFull = time % fullComparisons[fault] === 0;
      const found = isFull ? await differencesFromChain(indexed, head) : await differingEvents(indexed, head);
      failures.push(...found.map((text) => `after ${time} ${fault}: ${text}`));
      say(`${fault}: ${time} of ${count}, ${(took.head / 1000).toFixed(2)} s, ${failures.length} failures`);
    }
    failures.push(...(await verify(simulation, indexer, indexed, at, 17)));
    return { times, losses, failures };
  } catch (error) {
    // What did not come back is a failure like any other: the rest is measured all the same.
    return { times, losses, failures: [...failures, `after ${times.length} ${fault}: ${textOf(error)}`] };
  } finally {
    await indexer.kill();
    await db.destroy();
    await stage.close();
    await database.drop();
  }
}

/** The log of events is written with all other rows of a block, in one transaction. */
async function differingEvents({ db, protocol }: Indexed, head: bigint): Promise<string[]> {
  const comparisons = await checkEvents(db, protocol, head);
  return comparisons.flatMap(({ what, rows, chain }) => difference(what, rows, chain));
}

const causes: Record<Fault, (round: Round) => Promise<Times & { readonly lost: boolean }>> = {
  /** Killed while blocks come, and the chain is another one before it is back. */
  async kills({ simulation, indexer }) {
    const { random } = simulation;
    for (let block = random.integer(1, 3); block > 0; block--) await simulation.playBlock();
    const startedAt = performance.now();
    await indexer.killAndRestart(random.pick(["supervisor", "ponder"]));
    await simulation.reorganise(random.integer(1, 8));
    return { ...(await recovery(simulation, indexer, startedAt)), lost: false };
  },

  /** Postgres crashes just after rows were seen. */
  async crashes({ simulation, indexer, indexed, postgres }) {
    const { random } = simulation;
    for (let block = random.integer(1, 3); block > 0; block--) await simulation.playBlock();
    const head = await simulation.protocol.client.getBlockNumber();
    await indexer.untilIndexed(head);
    const seen = await newestEvent(indexed.url);
    const startedAt = performance.now();
    await postgres.crash();
    await postgres.restart();
    const left = await newestEvent(indexed.url);
    if (random.chance(0.5)) await simulation.reorganise(random.integer(1, 8));
    await indexer.untilNotReady();
    return { ...(await recovery(simulation, indexer, startedAt)), lost: left < seen };
  },

  async reorgs({ simulation, indexer }) {
    const { random } = simulation;
    await simulation.playBlock();
    if (random.chance(0.5)) await indexer.untilIndexed(await simulation.protocol.client.getBlockNumber());
    await simulation.reorganise(random.chance(0.25) ? deepest : random.integer(1, deepest));
    const startedAt = performance.now();
    await indexer.untilIndexed(await simulation.protocol.client.getBlockNumber());
    return { ready: null, head: performance.now() - startedAt, lost: false };
  },
};

async function recovery(simulation: Simulation, indexer: RunningIndexer, startedAt: number): Promise<Times> {
  await indexer.untilReady();
  const ready = performance.now() - startedAt;
  await settle(simulation, indexer);
  return { ready, head: performance.now() - startedAt };
}

/** The block and place of the newest event that readers see. */
async function newestEvent(url: string): Promise<number> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ place: number }>(
      "select (block * 100000 + log_index)::float8 as place from indexer.event order by block desc, log_index desc limit 1",
    ),
  );
  return rows[0]?.place ?? 0;
}

/** One line per kind of time: median, 95th percentile and maximum in seconds. */
export function tableOf(fault: Fault, { times }: Recoveries): string[] {
  const line = (what: string, values: readonly number[]) => {
    const sorted = [...values].sort((a, b) => a - b);
    const at = (share: number) => ((sorted[Math.ceil(share * sorted.length) - 1] ?? 0) / 1000).toFixed(2);
    return `${fault.padEnd(8)} ${what.padEnd(22)} median ${at(0.5)} s, 95th ${at(0.95)} s, max ${at(1)} s`;
  };
  const ready = times.flatMap((took) => (took.ready === null ? [] : [took.ready]));
  return [
    ...(ready.length > 0 ? [line("until /ready", ready)] : []),
    line(
      "until the newest block",
      times.map(({ head }) => head),
    ),
  ];
}
