import type { Options } from "../Benchmark.ts";
import { type Section, whole } from "../support/report.ts";
import { quantile } from "../support/statistics.ts";
import { type Bench, onRecordedChain } from "./bench.ts";
import { freshDatabase, millisecondsUntil } from "./databases.ts";
import { runIndexer } from "./run.ts";

const sizes = {
  usual: { recorded: 100_000, before: [2_000, 85_000], blocksFollowed: 50 },
  quick: { recorded: 10_000, before: [2_000, 6_000], blocksFollowed: 20 },
};
/** A pause after each block, so that the next comes at another moment of the indexer's polling. */
const pauseMs = 130;

/** From the moment when the node has a block until a reader sees its rows, with few rows and with many. */
export function run({ quick }: Options): AsyncIterable<Section> {
  const size = quick ? sizes.quick : sizes.usual;
  return onRecordedChain(size.recorded, async function* (bench) {
    yield await followHead(bench, size);
  });
}

type Size = { readonly before: readonly number[]; readonly blocksFollowed: number };

async function followHead(bench: Bench, { before, blocksFollowed }: Size): Promise<Section> {
  const rows = [];
  for (const events of before) {
    bench.say(`following the head after ${events} events`);
    rows.push(await followFrom(bench, events, blocksFollowed));
  }
  return {
    title: `Following the head: ms until the rows of a block are visible, ${blocksFollowed} blocks one after another`,
    columns: ["events before", "events a block", "median", "95 %", "slowest"],
    rows,
    notes: ["The newest block is asked for every 500 ms, as by default; of that the median has half."],
  };
}

async function followFrom(
  { recording, node, server, addresses }: Bench,
  events: number,
  blocksFollowed: number,
) {
  const first = recording.blockWithEvents(events);
  const blocks = Array.from({ length: blocksFollowed }, (_, index) => first + 1 + index);
  node.head = first;
  const databaseUrl = await freshDatabase(server, "bench_head");
  const run = await runIndexer(
    { kind: "ours" },
    { databaseUrl, rpcUrl: node.url, addresses },
    { pollingMs: 500 },
  );
  try {
    // What lies between the final block and the head comes first.
    await millisecondsUntil(databaseUrl, [first], () => {}, 0);
    const latencies = await millisecondsUntil(
      databaseUrl,
      blocks,
      (block) => {
        node.head = block;
      },
      pauseMs,
    );
    const inBlocks = blocks.reduce((sum, block) => sum + (recording.events[block] ?? 0), 0) / blocks.length;
    return [
      whole(events),
      whole(inBlocks),
      ...[0.5, 0.95, 1].map((share) => whole(quantile(latencies, share))),
    ];
  } finally {
    await run.stop();
  }
}
