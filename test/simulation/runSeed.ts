import { breakSessions } from "../../indexer/testing/database.ts";
import { readProgress } from "../../lib/database/checkpoint.ts";
import { createDatabase } from "../../lib/database/createDatabase.ts";
import { spawnIndexerProcess, untilReady } from "../support/indexerProcess.ts";
import { createDatabaseOn } from "../support/testDatabase.ts";
import { waitFor } from "../support/waitFor.ts";
import { moves } from "./moves/moves.ts";
import { RunningIndexer } from "./RunningIndexer.ts";
import { createRandom, type Random } from "./random.ts";
import { Simulation } from "./simulation.ts";
import { openStage } from "./stage.ts";
import {
  brokenInvariants,
  differencesAsOf,
  differencesFromChain,
  differingTables,
  type Indexed,
} from "./verify.ts";

/** How much happens. */
export type Plan = {
  readonly moves: number;
  readonly reorgs: number;
  readonly kills: number;
  /** How often all sessions in Postgres break. */
  readonly breaks: number;
};

export type Outcome = {
  readonly moves: ReadonlyMap<string, number>;
  readonly sent: number;
  readonly reverted: number;
  readonly blocks: number;
  readonly depths: readonly number[];
  /** Names of events in the final chain. */
  readonly events: ReadonlySet<string>;
  /** What is wrong; empty if nothing is. */
  readonly failures: readonly string[];
};

/** Ponder takes a block for final once so many are above it, on a chain that it does not know. */
const finality = 30;
const pastBlocks = 4;

type Disturbance = "reorg" | "kill" | "break";
export type At = { readonly postgresUrl: string; readonly runId: string };

/**
 * Plays one seed: random activity, and what goes wrong, beside a running indexer; then its rows are compared with the chain, and with
 * those of an indexer that reads the final chain once, in other batches. The chain is the same for the same seed. How far the
 * indexer is when something happens to it is not.
 */
export async function runSeed(seed: number, plan: Plan, at: At): Promise<Outcome> {
  const [stage, database] = await Promise.all([openStage(), createDatabaseOn(at.postgresUrl, at.runId)]);
  const db = createDatabase({ connectionString: database.url, applicationName: "simulation" });
  const settings = { databaseUrl: database.url, rpcUrl: stage.chain.url, addresses: stage.addresses };
  const indexer = await RunningIndexer.start(settings, db);
  try {
    const random = createRandom(seed);
    const simulation = await Simulation.begin(stage, moves, random);
    const indexed: Indexed = { db, url: database.url, protocol: stage.protocol };
    const depths = await play(simulation, plan, indexer, indexed);
    const failures = await verify(simulation, indexer, indexed, at, random.integer(3, 50));
    const { tally, ledger, height } = simulation;
    const reverted = [...tally.reverted.values()].reduce((sum, count) => sum + count, 0);
    const counts = { moves: tally.played, sent: tally.sent, reverted, blocks: height };
    return { ...counts, depths, events: ledger.names, failures };
  } finally {
    await indexer.kill();
    await db.destroy();
    await Promise.all([stage.close(), database.drop()]);
  }
}

async function play(
  simulation: Simulation,
  plan: Plan,
  indexer: RunningIndexer,
  { url }: Indexed,
): Promise<number[]> {
  const { random, tally } = simulation;
  const depths: number[] = [];
  const disturb = async (what: Disturbance) => {
    // Most of what happens meets an indexer that is at the head, some one that is anywhere.
    if (random.chance(0.7)) await settle(simulation, indexer);
    if (what === "break") return breakSessions(url);
    if (what === "kill") return indexer.killAndRestart(random.pick(["supervisor", "ponder"]));
    depths.push(depthOf(random, simulation));
    await simulation.reorganise(depths.at(-1) ?? 1);
  };
  for (const { after, what } of schedule(random, plan)) {
    while (tally.moves < after) await simulation.playBlock();
    await disturb(what);
  }
  while (tally.moves < plan.moves) await simulation.playBlock();
  return depths;
}

/** What happens after how many moves. */
function schedule(random: Random, { moves, reorgs, kills, breaks }: Plan) {
  const times = (what: Disturbance, count: number) => Array.from({ length: count }, () => what);
  return [...times("reorg", reorgs), ...times("kill", kills), ...times("break", breaks)]
    .map((what) => ({ what, after: random.integer(Math.floor(moves / 8), moves) }))
    .sort((one, other) => one.after - other.after);
}

/** Mostly some blocks; every fourth reorganisation takes all that may be taken. */
function depthOf(random: Random, { height }: Simulation): number {
  const deepest = Math.max(1, Math.min(finality, height));
  return random.chance(0.25) ? deepest : random.integer(1, Math.min(12, deepest));
}

/** Until the indexer has the newest block, one that it cannot have seen before its last start. */
export async function settle(simulation: Simulation, indexer: RunningIndexer): Promise<bigint> {
  await indexer.untilReady();
  await simulation.mine();
  const head = await simulation.protocol.client.getBlockNumber();
  await indexer.untilIndexed(head);
  return head;
}

/** Everything beside the chain, and beside an indexer of its own that reads it once, in batches of `logsRange` blocks. */
export async function verify(
  simulation: Simulation,
  indexer: RunningIndexer,
  indexed: Indexed,
  at: At,
  logsRange: number,
): Promise<string[]> {
  const { stage } = simulation;
  const head = await settle(simulation, indexer);
  const other = await createDatabaseOn(at.postgresUrl, at.runId);
  const otherDb = createDatabase({ connectionString: other.url, applicationName: "simulation" });
  const place = { databaseUrl: other.url, rpcUrl: stage.chain.url, addresses: stage.addresses };
  const reference = await spawnIndexerProcess({ ...place, logsRange });
  try {
    const start = BigInt(stage.protocol.deployment.startBlock);
    const blocks = Array.from(
      { length: pastBlocks + 1 },
      (_, part) => head - ((head - start) * BigInt(part)) / BigInt(pastBlocks),
    );
    const failures = [
      ...(await differencesFromChain(indexed, head)),
      ...(await differencesAsOf(indexed, blocks)),
      ...(await brokenInvariants(indexed)),
    ];
    await untilReady(reference, { timeoutMs: 120_000, intervalMs: 50 });
    await waitFor("the reference", async () => (await readProgress(otherDb)).latest.block === head, {
      timeoutMs: 60_000,
    });
    return [...failures, ...(await differingTables(indexed.db, otherDb))];
  } finally {
    await reference.kill();
    await otherDb.destroy();
    await other.drop();
  }
}
