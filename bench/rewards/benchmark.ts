import type { Options } from "../Benchmark.ts";
import type { Section } from "../support/report.ts";
import { keep, readKept } from "./collected.ts";
import { referencesSection, stagesSection } from "./epochSections.ts";
import { measureEpochs } from "./measureEpochs.ts";
import { merkleSections } from "./merkle.ts";
import { workersSection } from "./workers.ts";

const allSizes = [10_000, 100_000, 1_000_000, 5_000_000];
const allParts = ["epochs", "daily", "merkle", "workers"];
/** Daily snapshots of more take longer than everything else together. */
const mostDaily = 1_000_000;

/**
 * Reward epochs from snapshot to bundle, by stage, against a scan, daily snapshots, and the way out of the database and back; the tree; and two
 * workers beside one. `NEKTAR_BENCH_INTERVALS=1000000` chooses sizes, `NEKTAR_BENCH_PARTS=epochs,daily,merkle,workers` parts; the tables hold every
 * size that was measured before as well, and the slow reference, daily snapshots, as it was measured last.
 */
export async function* run({ large, quick }: Options): AsyncIterable<Section> {
  const parts = chosen("NEKTAR_BENCH_PARTS")?.split(",") ?? allParts;
  const sizes = chosen("NEKTAR_BENCH_INTERVALS")?.split(",").map(Number);
  if (parts.includes("epochs")) {
    for (const size of sizes ?? allSizes.slice(0, quick ? 2 : large ? 4 : 3))
      await measureEpochs(size, parts.includes("daily") && size <= mostDaily, keep);
    const kept = readKept(allSizes);
    yield stagesSection(kept);
    yield referencesSection(kept);
  }
  if (parts.includes("merkle")) yield* merkleSections(quick ? 100_000 : 1_000_000);
  if (parts.includes("workers")) yield await workersSection(sizes?.[0] ?? (quick ? 100_000 : 1_000_000));
}

const chosen = (name: string): string | undefined => process.env[name];
