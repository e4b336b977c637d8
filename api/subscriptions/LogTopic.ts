import { clientError } from "../errors.ts";
import type { Position } from "../meta/queries.ts";
import { decodeLogCursor, digestWith, emptyDigest, encodeLogCursor, type LogCursor } from "./cursor.ts";
import { isAfter, type LogItem } from "./LogItem.ts";

/** Where a topic's items come from. */
export type LogSource = {
  /** Stands in cursors and is the subscription's name. */
  readonly name: string;
  /** What can still be taken back. */
  readonly window: (position: BlockRange) => Promise<Window>;
  /** The oldest `limit` items of the blocks above `from` up to `to`, oldest first. */
  readonly between: (from: bigint, to: bigint, limit: number) => Promise<LogItem[]>;
  /** Whether there is one in every block, whose identity vouches for all before it: a block's hash. */
  readonly isChain: boolean;
  /** Items that are sent again after a cursor at most. */
  readonly mostReplayed: number;
};

type LookPosition = Pick<Position, "indexed" | "finalised">;
/** Blocks above `finalised`, up to `indexed`. */
export type BlockRange = { readonly finalised: bigint; readonly indexed: bigint };
/** Items of the blocks above `base`, oldest first; what is not above it counts as final. */
export type Window = { readonly base: bigint; readonly items: readonly LogItem[] };

export type LogUpdate = {
  readonly kind: "ADDED" | "RETRACTED" | "REWOUND";
  readonly cursor: string;
  readonly block: bigint;
  readonly item: LogItem | undefined;
};

/** An item that may still be taken back, and the cursor under which it was announced. */
type Announced = { readonly item: LogItem; readonly cursor: string };

/** Items that a source's window holds at most. */
export const mostHeld = 5_000;
/** The digest's base is moved up after so many items, so that a resumption never reads more. */
const longestDigest = 2_000;

/**
 * The log of one topic above the last final block, in memory. Each look reads that window once, whatever the number of
 * subscribers, and compares: what is there for the first time was added, what is missing or other was taken back. So a
 * reorganisation needs no signal of its own.
 */
export class LogTopic {
  readonly #source: LogSource;
  #announced: Announced[] = [];
  #known = false;
  #base = 0n;
  #digest = { base: 0n, value: emptyDigest, length: 0 };
  /** Another number after each look that found something, or moved the window. */
  #revision = 0;
  readonly #resumptions = new Map<string, Promise<LogUpdate[]>>();

  constructor(source: LogSource) {
    this.#source = source;
  }

  /**
   * Reads the window.
   * @param publish is called with what subscribers must be told, in the instant from which on `since` counts it in; with
   * nothing at the first look, which only learns what is there.
   */
  async look(position: LookPosition, publish: (updates: LogUpdate[]) => void): Promise<void> {
    const { base, items } = await this.#source.window({
      finalised: position.finalised.number,
      indexed: position.indexed.number,
    });
    const updates = this.#known ? this.#compare(items, base) : this.#learn(items, base);
    if (updates.length > 0 || base !== this.#base || !this.#known) this.#revise();
    this.#base = base;
    this.#known = true;
    publish(updates);
  }

  /** Forgets the window, for when nobody looks any more. */
  forget(): void {
    this.#known = false;
    this.#announced = [];
    this.#revise();
  }

  /**
   * Finds what came after a cursor.
   *
   * @param join is called with it, in an instant between two looks: who joins then misses nothing and hears nothing twice.
   * @throws {GraphQLError} BAD_USER_INPUT for a foreign cursor, or when too much came after it.
   */
  async since(text: string, join: (updates: LogUpdate[]) => void): Promise<void> {
    const cursor = decodeLogCursor(this.#source.name, text);
    for (;;) {
      const revision = this.#revision;
      // Many come back with one cursor when a process was restarted.
      const resumption = this.#resumptions.get(text) ?? this.#resume(text, cursor);
      this.#resumptions.set(text, resumption);
      const updates = await resumption;
      if (revision === this.#revision) return join(updates);
    }
  }

  async #resume(text: string, cursor: LogCursor): Promise<LogUpdate[]> {
    const base = this.#base;
    const holds = await this.#holds(cursor);
    const from = holds ? cursor.block - 1n : min(cursor.final, cursor.base);
    const settled = await this.#settled(from, base);
    const start = holds ? cursor : { block: from, logIndex: Number.MAX_SAFE_INTEGER };
    const updates = [...settled, ...this.#announced]
      .filter(({ item }) => isAfter(item, start))
      .map(({ item, cursor: own }): LogUpdate => ({ kind: "ADDED", cursor: own, block: item.block, item }));
    if (updates.length > this.#source.mostReplayed) throw this.#tooOld();
    const rewound = { kind: "REWOUND", cursor: text, block: from + 1n, item: undefined } as const;
    return holds ? updates : [rewound, ...updates];
  }

  async #holds(cursor: LogCursor): Promise<boolean> {
    const items = await this.#source.between(cursor.base, cursor.block, longestDigest + mostHeld);
    const until = items.filter((item) => !isAfter(item, cursor));
    return until.reduce(digestWith, emptyDigest) === cursor.digest;
  }

  /** Final items above a block. A cursor of one stands on its block alone. */
  async #settled(from: bigint, base: bigint): Promise<Announced[]> {
    const { between, isChain, mostReplayed, name } = this.#source;
    if (from >= base) return [];
    if (isChain && base - from > mostReplayed) throw this.#tooOld();
    const items = await between(from, base, mostReplayed + mostHeld);
    let digest = { block: -1n, value: emptyDigest };
    return items.map((item) => {
      const { block } = item;
      digest = { block, value: digestWith(digest.block === block ? digest.value : emptyDigest, item) };
      const stands = { base: block - 1n, final: block - 1n, digest: digest.value };
      return { item, cursor: encodeLogCursor(name, { ...item, ...stands }) };
    });
  }

  #revise(): void {
    this.#revision += 1;
    this.#resumptions.clear();
  }

  #learn(items: readonly LogItem[], base: bigint): LogUpdate[] {
    this.#digest = { base, value: emptyDigest, length: 0 };
    this.#announced = [];
    for (const item of items) this.#announce(item, base);
    return [];
  }

  #compare(items: readonly LogItem[], base: bigint): LogUpdate[] {
    const before = new Map(this.#announced.map((announced) => [keyOf(announced.item), announced]));
    const now = new Map(items.map((item) => [keyOf(item), item]));
    const gone = this.#announced.filter(({ item }) => item.block > base && !now.has(keyOf(item)));
    const lastKnown = items.findLastIndex((item) => before.has(keyOf(item)));
    const inserted = items.slice(0, lastKnown).some((item) => !before.has(keyOf(item)));
    // What the digest stands on was changed, or has become long: from here on it stands on the window as it is now.
    const anew = gone.length > 0 || inserted || this.#digest.length > longestDigest;
    if (anew) this.#digest = { base, value: emptyDigest, length: 0 };
    this.#announced = anew ? [] : this.#announced.filter(({ item }) => item.block > base);
    const updates: LogUpdate[] = gone
      .reverse()
      .map(({ item, cursor }) => ({ kind: "RETRACTED", cursor, block: item.block, item }));
    for (const item of items) {
      const known = before.get(keyOf(item));
      if (known !== undefined && !anew) continue;
      const { cursor } = this.#announce(item, base, known?.cursor);
      if (known === undefined) updates.push({ kind: "ADDED", cursor, block: item.block, item });
    }
    return updates;
  }

  /** @param cursor under which it was announced before. */
  #announce(item: LogItem, final: bigint, cursor?: string): Announced {
    if (this.#source.isChain) this.#digest = { base: item.block - 1n, value: emptyDigest, length: 0 };
    const value = digestWith(this.#digest.value, item);
    this.#digest = { base: this.#digest.base, value, length: this.#digest.length + 1 };
    const own = encodeLogCursor(this.#source.name, {
      ...item,
      base: this.#digest.base,
      final,
      digest: value,
    });
    const announced = { item, cursor: cursor ?? own };
    this.#announced.push(announced);
    return announced;
  }

  #tooOld() {
    return clientError(
      "BAD_USER_INPUT",
      `More than ${this.#source.mostReplayed} updates came after this cursor. Read the list instead, and subscribe without \`after\`.`,
    );
  }
}

const keyOf = ({ block, logIndex, identity }: LogItem) => `${block} ${logIndex} ${identity}`;
const min = (left: bigint, right: bigint) => (left < right ? left : right);
