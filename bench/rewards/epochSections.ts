import { type Section, whole } from "../support/report.ts";
import type { Measured, Run } from "./measureEpochs.ts";
import { networks, operators, tokens } from "./world.ts";

const toRoot = ["snapshot", "shards", "join", "conservation", "root"];
const totalOf = ({ seconds }: Run) => toRoot.reduce((sum, name) => sum + (seconds[name] ?? 0), 0);
const fixed = (value: number) => value.toFixed(2);

export function stagesSection(measured: readonly Measured[]): Section {
  const names = [...toRoot, "bundle"];
  return {
    title: `Reward epochs by stage, in seconds: ${whole(operators)} operators, ${networks} networks, ${tokens} tokens`,
    columns: ["intervals", "leaves", "epoch", ...names, "to root", "peak MiB"],
    rows: measured.flatMap(({ intervals, leaves, runs }) =>
      runs.map((run, epoch) => [
        ...[whole(intervals), whole(leaves), epoch],
        ...names.map((name) => fixed(run.seconds[name] ?? 0)),
        ...[fixed(totalOf(run)), whole(run.peakMiB)],
      ]),
    ),
    notes: ["One process, two shards at once. *To root* is everything but the bundle."],
  };
}

export function referencesSection(measured: readonly Measured[]): Section {
  return {
    title: "Epoch 0 from snapshot to root against references of the same run",
    columns: [
      "intervals",
      "ours",
      "(a) scan",
      "(b) daily snapshots",
      "(c) COPY",
      "(b) / ours",
      "ours / (c)",
      "growth",
    ],
    rows: measured.map((row, index) => {
      const [first] = row.runs as [Run];
      const before = measured[index - 1]?.runs[0];
      const ours = totalOf(first);
      return [
        ...[whole(row.intervals), fixed(ours), fixed(row.scan)],
        row.daily === null ? "not run" : fixed(row.daily),
        ...[fixed(row.copy), row.daily === null ? "" : fixed(row.daily / ours), fixed(ours / row.copy)],
        before ? fixed(ours / totalOf(before)) : "",
      ];
    }),
    notes: [
      "(a) one scan of the intervals; (b) a row per delegation and day for 30 days, window functions, sums by earner: what EigenLayer's sidecar does; without a tree. (c) COPY out of the intervals and COPY in of a row per leaf and holding, without indexes and without any arithmetic: the floor of ways that leave the database.",
    ],
  };
}
