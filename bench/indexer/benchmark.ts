import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTestPostgres } from "../../test/support/testPostgres.ts";
import type { Options } from "../benchmarks.ts";
import type { Section } from "../support/report.ts";
import { recordedChain } from "./chain/recordedChain.ts";
import type { Recording } from "./chain/recording.ts";
import { compareIndexers } from "./comparison.ts";
import { followHead } from "./head.ts";
import { type ReplayNode, startReplayNode } from "./replayNode.ts";
import { compareSizes } from "./scaling.ts";

export type Bench = {
  readonly recording: Recording;
  readonly node: ReplayNode;
  /** A connection string to the server on which the run's databases are made. */
  readonly server: string;
  /** The addresses file. */
  readonly addresses: string;
};

const usualEvents = 100_000;
const largeEvents = 1_000_000;
const say = (text: string) => console.error(text);

/** The indexer against its floor and against Ponder's handlers in the obvious way; its head; its growth. */
export async function* run({ large }: Options): AsyncIterable<Section> {
  const postgres = await startTestPostgres();
  try {
    yield* on(postgres.url, usualEvents, async function* (bench) {
      yield* compareIndexers(bench, say);
      yield await followHead(bench, say);
    });
    if (!large) return;
    yield* on(postgres.url, largeEvents, async function* (bench) {
      yield await compareSizes(bench, [usualEvents, largeEvents], say);
    });
  } finally {
    await postgres.stop();
  }
}

async function* on(
  server: string,
  events: number,
  measure: (bench: Bench) => AsyncIterable<Section>,
): AsyncIterable<Section> {
  const directory = mkdtempSync(join(tmpdir(), "nektar-bench-"));
  const recording = await recordedChain(events, say);
  const node = await startReplayNode(recording, recording.head);
  try {
    const addresses = join(directory, "addresses.json");
    writeFileSync(addresses, JSON.stringify(recording.deployment));
    yield* measure({ recording, node, server, addresses });
  } finally {
    await node.close();
    recording.close();
    rmSync(directory, { recursive: true, force: true });
  }
}
