import { type Hex, toHex } from "viem";
import { Journal, JournalBrokenError, SigningRefusedError } from "../journal.ts";
import type { SigningRecord } from "../record.ts";
import { Crash, MemoryStorage } from "./memoryStorage.ts";

const tasks = 3;
const responses = 3;
/** Lives of one disk; then comes a new one. */
const livesOfDisk = 8;
const attemptsOfLife = 4;

export type Seen = {
  violations: string[];
  crashes: number;
  failures: number;
  refusals: number;
  releases: number;
  /** Records that are there after a crash though their signatures never left. */
  unreleased: number;
};

/**
 * Plays `sequences` lives of a journal. Each life asks for signatures of random responses to random tasks and ends at a
 * random call of the file system: before it, after it, or by its failure. Whoever holds a released digest keeps it.
 *
 * @param fault `recordsLate` plays a client that releases before it records: what this must find.
 */
export async function exploreSequences(
  sequences: number,
  seed: number,
  fault: { recordsLate?: boolean } = {},
): Promise<Seen> {
  const random = generator(seed);
  const seen: Seen = { violations: [], crashes: 0, failures: 0, refusals: 0, releases: 0, unreleased: 0 };
  let disk = new MemoryStorage(random);
  let released = new Map<Hex, Hex>();
  for (let life = 0; life < sequences; life++) {
    if (life % livesOfDisk === 0) {
      disk = new MemoryStorage(random);
      released = new Map();
    }
    endAtRandom(disk, random, seen);
    const release = (task: Hex, digest: Hex) => {
      seen.releases++;
      const before = released.get(task);
      if (before !== undefined && before !== digest)
        seen.violations.push(`life ${life}: ${task} ${before} ${digest}`);
      released.set(task, before ?? digest);
    };
    await live(disk, random, release, seen, fault.recordsLate === true);
    disk.reboot();
  }
  return seen;
}

function endAtRandom(disk: MemoryStorage, random: () => number, seen: Seen): void {
  const end = disk.calls + 1 + Math.floor(random() * (3 + 2 * attemptsOfLife));
  const kind = random();
  disk.fate = () => {
    if (disk.calls !== end) return "works";
    if (kind < 0.1) {
      seen.failures++;
      return "fails";
    }
    seen.crashes++;
    return kind < 0.55 ? "crashes before" : "crashes after";
  };
}

async function live(
  disk: MemoryStorage,
  random: () => number,
  release: (task: Hex, digest: Hex) => void,
  seen: Seen,
  recordsLate: boolean,
): Promise<void> {
  try {
    const journal = await Journal.open("/journal", disk);
    for (let attempt = 0; attempt < attemptsOfLife; attempt++) {
      const record = randomRecord(random);
      const { taskId, digest } = record;
      if (recordsLate && (await journal.find(record)) === undefined) release(taskId, digest);
      try {
        await journal.record(record);
      } catch (error) {
        if (!(error instanceof SigningRefusedError)) throw error;
        seen.refusals++;
        continue;
      }
      // A process may also be killed between the record and the signature's release.
      if (random() < 0.1) {
        seen.unreleased++;
        throw new Crash();
      }
      release(taskId, digest);
    }
  } catch (error) {
    const isEnd = error instanceof Crash || error instanceof JournalBrokenError;
    const isDisk = error instanceof Error && error.message === "EIO";
    if (!isEnd && !isDisk) throw error;
  }
}

function randomRecord(random: () => number): SigningRecord & { digest: Hex } {
  const word = (kind: number, number: number): Hex => toHex(BigInt(kind * 1_000 + number), { size: 32 });
  return {
    publicKey: `0x${"aa".repeat(128)}`,
    chainId: 31337,
    taskManager: `0x${"11".repeat(20)}`,
    taskId: word(1, Math.floor(random() * tasks)),
    digest: word(2, Math.floor(random() * responses)),
    response: "0x1234",
  };
}

/** mulberry32: a seed gives the same sequences again. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
