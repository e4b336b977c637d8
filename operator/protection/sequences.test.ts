import { expect, it } from "vitest";
import { exploreSequences } from "./testing/exploreSequences.ts";

/** `NEKTAR_SEQUENCES=1000000` takes some minutes; the figure in the README is from that. */
const sequences = Number(process.env.NEKTAR_SEQUENCES ?? 20_000);
const seed = Number(process.env.NEKTAR_SEED ?? 1);

it(`releases no two digests for a task in ${sequences} random sequences of crashes, tasks and responses`, async () => {
  const seen = await exploreSequences(sequences, seed);
  expect(seen.violations).toEqual([]);
  // The attack took place: lives ended in crashes and failed disks, and conflicting digests were asked for and refused.
  expect(seen.crashes).toBeGreaterThan(sequences / 4);
  expect(seen.failures).toBeGreaterThan(sequences / 100);
  expect(seen.refusals).toBeGreaterThan(sequences / 10);
  expect(seen.releases).toBeGreaterThan(sequences / 4);
  expect(seen.unreleased).toBeGreaterThan(sequences / 100);
}, 1_800_000);

it("finds the fault of a client that records after it has signed", async () => {
  const { violations } = await exploreSequences(2_000, seed, { recordsLate: true });
  expect(violations.length).toBeGreaterThan(0);
});
