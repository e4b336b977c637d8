import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { ConfigError } from "../../lib/errors/NektarError.ts";

/** A dumped chain, laid out for anvil to load. */
export type SavedState = {
  readonly file: string;
  /** Timestamp of its last block, in seconds. */
  readonly timestamp: number;
  readonly blockNumber: number;
};

/** What fits into one string; a chain of one block a second gets there after some 40 hours. */
const largestBytes = 500 * 1024 ** 2;

const current = "state.json.gz";
const previous = "state.previous.json.gz";
const unfinished = "state.unfinished.json.gz";

/**
 * Keeps a dump as the newest, and the newest until now as the previous one. Whenever it is cut off,
 * at least one whole dump is there.
 *
 * @param dump what `anvil_dumpState` returns: JSON, gzipped.
 */
export function saveState(directory: string, dump: Uint8Array): void {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, unfinished);
  const handle = openSync(file, "w");
  try {
    writeFileSync(handle, dump);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (existsSync(join(directory, current))) renameSync(join(directory, current), join(directory, previous));
  renameSync(file, join(directory, current));
}

/**
 * The newest whole dump, unpacked into a file that anvil can load; undefined when none was ever saved.
 *
 * @throws {ConfigError} when there are dumps but none is whole, or they have grown too big.
 */
export function loadState(directory: string): SavedState | undefined {
  const candidates = [current, previous].map((name) => join(directory, name)).filter(existsSync);
  if (candidates.length === 0) return undefined;
  for (const candidate of candidates) {
    const state = unpack(candidate, join(directory, "loaded.json"));
    if (state) return state;
  }
  throw new ConfigError(
    `The chain's saved states in ${directory} are damaged: \`npm start -- --reset\` begins anew.`,
    { directory },
  );
}

/** What matters here of a dump's format. */
type Dump = {
  block: { number: string; timestamp: string };
  blocks: { header: { number: string; timestamp: string } }[];
};

/** Undefined when the dump is damaged; gzip's checksum tells. */
function unpack(from: string, to: string): SavedState | undefined {
  try {
    const json = gunzipSync(readFileSync(from));
    if (json.length > largestBytes) throw tooBig(json.length);
    const dump = JSON.parse(json.toString()) as Dump;
    writeFileSync(to, JSON.stringify({ ...dump, blocks: withoutLaterGenesis(dump.blocks) }));
    return { file: to, timestamp: Number(dump.block.timestamp), blockNumber: Number(dump.block.number) };
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    return undefined;
  }
}

function tooBig(bytes: number): ConfigError {
  const mebibytes = Math.floor(bytes / 1024 ** 2);
  return new ConfigError(
    `The chain's saved state has grown to ${mebibytes} MiB, more than can be loaded: \`npm start -- --reset\` begins anew.`,
    { bytes },
  );
}

/**
 * Each anvil makes a block 0 of its own, beside the one that it loads, and dumps both. Whichever it loads last of the two
 * becomes the chain's genesis: so only the oldest, the true one, is kept.
 */
function withoutLaterGenesis(blocks: Dump["blocks"]): Dump["blocks"] {
  const isGenesis = (block: Dump["blocks"][number]) => Number(block.header.number) === 0;
  const timestamp = (block: Dump["blocks"][number]) => Number(block.header.timestamp);
  const oldest = Math.min(...blocks.filter(isGenesis).map(timestamp));
  return blocks.filter((block) => !isGenesis(block) || timestamp(block) === oldest);
}
