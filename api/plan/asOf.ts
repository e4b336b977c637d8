import { GraphQLError, locatedError } from "graphql";
import { LRUCache } from "lru-cache";
import { type EpochSchedule, epochAt } from "../../lib/protocol/epochs.ts";
import { badInput, clientError } from "../errors.ts";
import type { HeaderReader } from "../meta/headerReader.ts";
import type { Position } from "../meta/queries.ts";
import type { Given } from "./Given.ts";
import type { Moment, Place, Run } from "./Param.ts";
import type { Scope } from "./scope.ts";
import { scopeOf } from "./scope.ts";

/** A moment that a root field asks to be answered as of. */
export type AskedMoment = {
  readonly by: "block" | "timestamp";
  readonly read: (run: Pick<Run, "variables">) => unknown;
  readonly place: Place;
  /** Whether anything below the field goes by time, so that a block's must be known. */
  timed: boolean;
};

/**
 * The scope of a root field.
 *
 * @param asked the plan's moments so far; the field's is added.
 * @throws {GraphQLError} BAD_USER_INPUT unless exactly one of `block` and `timestamp` is given.
 */
export function scopeAsOf(asOf: Given, asked: AskedMoment[], place: Place): Scope {
  if (asOf.isNull) return scopeOf(0, undefined);
  const [by, ...others] = asOf.names().filter((name) => !asOf.field(name).isNull);
  if (others.length > 0 || (by !== "block" && by !== "timestamp"))
    throw badInput("`asOf` takes exactly one of `block` and `timestamp`.");
  const moment: AskedMoment = { by, read: asOf.field(by).readAt, place, timed: by === "timestamp" };
  asked.push(moment);
  const scope = scopeOf(asked.length, by);
  const timed = <Part>(part: Part): Part => {
    moment.timed = true;
    return part;
  };
  return {
    at: scope.at,
    get now() {
      return timed(scope.now);
    },
    get epoch() {
      return timed(scope.epoch);
    },
  };
}

export type MomentOptions = {
  readonly schedule: EpochSchedule;
  /** The first block that has events of the contracts. */
  readonly startBlock: bigint;
  readonly readHeader: HeaderReader;
};

const keptTimes = 10_000;

/** Finds what moments are: their epoch, and a block's time, which a node is asked for. */
export class Moments {
  readonly #options: MomentOptions;
  /** By block, of final ones. */
  readonly #times = new LRUCache<string, bigint>({ max: keptTimes });

  constructor(options: MomentOptions) {
    this.#options = options;
  }

  /** The indexed block. */
  now({ indexed }: Position): Moment {
    return this.#momentOf(undefined, indexed.timestamp);
  }

  /** @throws {GraphQLError} located, BAD_USER_INPUT for the future and for what was before the contracts. */
  async find(asked: AskedMoment, run: Pick<Run, "variables" | "position">): Promise<Moment> {
    try {
      const value = asked.read(run);
      return asked.by === "block"
        ? await this.#atBlock(value as bigint, run.position, asked.timed)
        : await this.#atTime(BigInt(Math.floor((value as Date).getTime() / 1000)), run.position);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      throw locatedError(error, asked.place.nodes, asked.place.path);
    }
  }

  async #atBlock(block: bigint, position: Position, timed: boolean): Promise<Moment> {
    const { startBlock } = this.#options;
    if (block > position.indexed.number)
      throw badInput(`\`asOf\`: block ${block} is not indexed yet; ${position.indexed.number} is the last.`);
    if (block < startBlock)
      throw badInput(`\`asOf\`: block ${block} is before the contracts; ${startBlock} is the first.`);
    return this.#momentOf(block, timed ? await this.#timeOf(block, position) : 0n);
  }

  async #atTime(seconds: bigint, position: Position): Promise<Moment> {
    if (seconds > position.indexed.timestamp) throw badInput("`asOf`: that is after the last indexed block.");
    const { startBlock } = this.#options;
    // Without a node to ask, what was before the contracts is answered as what it was: nothing.
    const start = await this.#timeOf(startBlock, position).catch(() => 0n);
    if (seconds < start) throw badInput("`asOf`: that is before the contracts.");
    return this.#momentOf(undefined, seconds);
  }

  async #timeOf(block: bigint, { indexed, finalised }: Position): Promise<bigint> {
    if (block === indexed.number) return indexed.timestamp;
    if (block === finalised.number) this.#times.set(block.toString(), finalised.timestamp);
    const known = this.#times.get(block.toString());
    if (known !== undefined) return known;
    const { timestamp } = await this.#options.readHeader(block).catch(() => {
      throw clientError(
        "NODE_UNAVAILABLE",
        "No node tells that block's time now. Ask by timestamp, or again later.",
      );
    });
    if (block <= finalised.number) this.#times.set(block.toString(), timestamp);
    return timestamp;
  }

  #momentOf(block: bigint | undefined, timestamp: bigint): Moment {
    return { block, timestamp, epoch: epochAt(this.#options.schedule, timestamp) };
  }
}
