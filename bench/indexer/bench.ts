import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTestPostgres } from "../../test/support/testPostgres.ts";
import type { Section } from "../support/report.ts";
import { recordedChain } from "./chain/recordedChain.ts";
import type { Recording } from "./chain/recording.ts";
import { type ReplayNode, startReplayNode } from "./replayNode.ts";

/** Tells how far it is, beside the results. */
export const say = (text: string) => console.error(text);

export type Bench = {
  readonly recording: Recording;
  readonly node: ReplayNode;
  /** A connection string to the server on which the run's databases are made. */
  readonly server: string;
  /** The addresses file. */
  readonly addresses: string;
  /** Tells how far it is. */
  say(text: string): void;
};

/** Measures on a recorded chain with so many events, on a Postgres of its own. */
export async function* onRecordedChain(
  events: number,
  measure: (bench: Bench) => AsyncIterable<Section>,
): AsyncIterable<Section> {
  yield* onRecording(await recordedChain(events, say), measure);
}

/** Measures on a recording, which it closes, on a Postgres of its own. */
export async function* onRecording(
  recording: Recording,
  measure: (bench: Bench) => AsyncIterable<Section>,
): AsyncIterable<Section> {
  const directory = mkdtempSync(join(tmpdir(), "nektar-bench-"));
  const postgres = await startTestPostgres();
  const node = await startReplayNode(recording, recording.head);
  try {
    const addresses = join(directory, "addresses.json");
    writeFileSync(addresses, JSON.stringify(recording.deployment));
    yield* measure({ recording, node, server: postgres.url, addresses, say });
  } finally {
    await node.close();
    await postgres.stop();
    recording.close();
    rmSync(directory, { recursive: true, force: true });
  }
}
