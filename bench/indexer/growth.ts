import type { Options } from "../Benchmark.ts";
import { type Section, whole } from "../support/report.ts";
import { type Bench, onRecording, say } from "./bench.ts";
import { dropRows, freshDatabase } from "./databases.ts";
import { longRecording } from "./long/longRecording.ts";
import { runIndexer } from "./run.ts";

/** Ours from Ponder's cache, on the first part of a chain and on all of it: what an event costs, by the chain's length. */
export async function* run({ large, quick }: Options): AsyncIterable<Section> {
  const events = large ? 100_000 : 10_000;
  const times = quick ? 2 : 10;
  yield* onRecording(await longRecording(events, times, say), async function* (bench) {
    yield await compareSizes(bench, [events, bench.recording.events.reduce((sum, count) => sum + count)]);
  });
}

async function compareSizes(
  { recording, node, server, addresses, say }: Bench,
  sizes: readonly number[],
): Promise<Section> {
  const rows = [];
  const databaseUrl = await freshDatabase(server, "bench_scaling");
  for (const events of sizes) {
    // Ponder's history goes up to the final block, 30 below the head.
    node.head = Math.min(recording.blockWithEvents(events) + 30, recording.head);
    say(`ours up to ${events} events, with an empty cache`);
    await (await runIndexer({ kind: "ours" }, { databaseUrl, rpcUrl: node.url, addresses })).stop();
    say(`ours up to ${events} events, from the cache`);
    await dropRows(databaseUrl);
    const run = await runIndexer({ kind: "ours" }, { databaseUrl, rpcUrl: node.url, addresses });
    await run.stop();
    await dropRows(databaseUrl);
    say(`${run.events} events in ${run.seconds.toFixed(1)} s`);
    rows.push([
      whole(run.events),
      run.seconds.toFixed(1),
      ((run.seconds / run.events) * 1e6).toFixed(1),
      whole(run.usage.peakMiB),
    ]);
  }
  return {
    title: "Ours from Ponder's cache, by the chain's length",
    columns: ["events", "s", "µs an event", "peak MiB"],
    rows,
  };
}
