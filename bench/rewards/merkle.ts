import { availableParallelism } from "node:os";
import { StandardMerkleTree } from "@openzeppelin/merkle-tree";
import { type Address, keccak256 } from "viem";
import { createDatabase } from "../../lib/database/createDatabase.ts";
import { migrate } from "../../lib/database/migrate.ts";
import { buildTreeInThreads } from "../../lib/merkle/buildTree.ts";
import { HashThreads } from "../../lib/merkle/keccak/HashThreads.ts";
import type { MerkleTree } from "../../lib/merkle/MerkleTree.ts";
import { readStoredProof, storeTree } from "../../lib/merkle/storedTree.ts";
import { levelsUpwards, type RewardLeaf, TreeMemory } from "../../lib/merkle/TreeMemory.ts";
import { startTestPostgres } from "../../test/support/testPostgres.ts";
import { type Section, whole } from "../support/report.ts";
import { median } from "../support/statistics.ts";

const threads = availableParallelism();
/** OpenZeppelin's library takes 2 GB and two minutes for a million. */
const mostForReference = 100_000;
const rounds = 5;

async function secondsOf(work: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1_000;
}

function leavesOf(count: number): RewardLeaf[] {
  const token = keccak256("0x01").slice(0, 42) as Address;
  return Array.from({ length: count }, (_, index) => ({
    earner: `0x${index.toString(16).padStart(8, "0").repeat(5)}` as Address,
    token,
    cumulative: 10n ** 24n + BigInt(index),
  }));
}

/** The tree against the bare hashing of as many messages by the same threads, and against OpenZeppelin's library; and proofs. */
export async function* merkleSections(count: number): AsyncIterable<Section> {
  const leaves = leavesOf(count);
  const [ours, floors]: [number[], number[]] = [[], []];
  let tree: MerkleTree | undefined;
  for (let round = 0; round < rounds; round++) {
    ours.push(
      await secondsOf(async () => {
        tree = await buildTreeInThreads([leaves], count, threads);
      }),
    );
    floors.push(await secondsOf(() => hashAlone(count)));
  }
  const few = leaves.slice(0, mostForReference);
  const reference = await secondsOf(() => referenceRoot(few));
  const oursOfFew = await secondsOf(() => buildTreeInThreads([few], few.length, threads));
  const same = await buildTreeInThreads([few], few.length, threads);
  if (same.root !== referenceRoot(few)) throw new Error("the roots differ");
  yield {
    title: `The tree of ${whole(count)} leaves, seconds, medians of ${rounds}`,
    columns: ["", "seconds", "times the floor"],
    rows: [
      ["the floor: as many hashes, batched, the same threads", median(floors).toFixed(2), "1"],
      ["ours", median(ours).toFixed(2), (median(ours) / median(floors)).toFixed(2)],
      [`ours, ${whole(few.length)} leaves`, oursOfFew.toFixed(2), ""],
      [`OpenZeppelin's library, ${whole(few.length)} leaves`, reference.toFixed(2), ""],
    ],
    notes: [
      `${(reference / oursOfFew).toFixed(0)} times as fast as OpenZeppelin's library at ${whole(few.length)} leaves, same root; ${threads} threads, started anew each time.`,
    ],
  };
  if (tree) yield await proofsSection(tree, leaves);
}

const referenceRoot = (leaves: readonly RewardLeaf[]) =>
  StandardMerkleTree.of(
    leaves.map(({ earner, token, cumulative }) => [earner, token, cumulative.toString()]),
    ["address", "address", "uint256"],
  ).root;

/** Hashes leaves and pairs of a tree of this size, without any leaf written or ordered. */
async function hashAlone(count: number): Promise<void> {
  const block = 2_048;
  const tree = new TreeMemory(count, block * 16);
  const hashing = new HashThreads(tree.memory, threads);
  const waiting: Promise<void>[] = [];
  for (let from = 0; from < count; from += block)
    waiting.push(hashing.run(tree.leaves(from, Math.min(block, count - from))));
  await Promise.all(waiting);
  for (const [from, nodes] of levelsUpwards(count)) {
    const part = Math.ceil(nodes / threads);
    const parts: Promise<void>[] = [];
    for (let done = 0; done < nodes; done += part)
      parts.push(hashing.run(tree.pairs(from + done, Math.min(part, nodes - done))));
    await Promise.all(parts);
  }
  await hashing.close();
}

async function proofsSection(tree: MerkleTree, leaves: readonly RewardLeaf[]): Promise<Section> {
  const [inMemory, stored] = [10_000, 1_000];
  const step = Math.floor(leaves.length / inMemory);
  const memory = await secondsOf(() => {
    for (let index = 0; index < inMemory; index++) tree.proofOf(index * step);
  });
  const postgres = await startTestPostgres();
  const db = createDatabase({ connectionString: postgres.url, applicationName: "bench" });
  try {
    await migrate(db);
    await db.transaction().execute((trx) => storeTree(trx, 0n, tree));
    const times: number[] = [];
    for (let index = 0; index < stored; index++) {
      const leaf = leaves[(index * 7_919) % leaves.length] as RewardLeaf;
      times.push(await secondsOf(() => readStoredProof(db, 0n, leaves.length, leaf)));
    }
    return {
      title: `A proof of ${whole(leaves.length)} leaves`,
      columns: ["", "µs"],
      rows: [
        [`in memory, mean of ${whole(inMemory)}`, ((memory / inMemory) * 1e6).toFixed(1)],
        [`stored, median of ${whole(stored)}`, (median(times) * 1e6).toFixed(0)],
      ],
    };
  } finally {
    await db.destroy();
    await postgres.stop();
  }
}
