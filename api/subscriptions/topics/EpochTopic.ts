import type { RewardEpochStatus } from "../../generated/schema.ts";
import type { Position } from "../../meta/queries.ts";
import type { StatusReader } from "../../rewards/statusReader.ts";
import { decodeParts, foreignCursor } from "../cursor.ts";

export type EpochUpdate = {
  readonly kind: "ADDED" | "RETRACTED";
  readonly cursor: string;
  readonly epoch: bigint;
  readonly status: RewardEpochStatus;
};

/** The newest epochs, whose status may change; older ones are done with. */
const watched = 12;
const topic = "epochs";

/** In the order in which an epoch passes through them. */
const order: readonly RewardEpochStatus[] = [
  "RUNNING",
  "CALCULATING",
  "CALCULATED",
  "SUBMITTED",
  "CLAIMABLE",
  "DISABLED",
  "MISMATCH",
];

type Statuses = ReadonlyMap<bigint, RewardEpochStatus>;

/** Where the newest reward epochs stand. A cursor holds all of it, so that a resumption needs no history. */
export class EpochTopic {
  readonly #read: StatusReader;
  #statuses: Statuses | undefined;

  constructor(read: StatusReader) {
    this.#read = read;
  }

  /** Reads the statuses and tells what changed since the last look; nothing at the first. */
  async look(position: Position, publish: (updates: EpochUpdate[]) => void): Promise<void> {
    const before = this.#statuses;
    const now = await this.#read(watched, position);
    this.#statuses = now;
    publish(before === undefined ? [] : changes(before, now));
  }

  forget(): void {
    this.#statuses = undefined;
  }

  /** @throws {GraphQLError} BAD_USER_INPUT for a foreign cursor. */
  async since(cursor: string, join: (updates: EpochUpdate[]) => void): Promise<void> {
    join(changes(decode(cursor), this.#statuses ?? new Map()));
  }
}

function changes(before: Statuses, now: Statuses): EpochUpdate[] {
  const updates: EpochUpdate[] = [];
  const told = new Map([...before].filter(([epoch]) => now.has(epoch)));
  const tell = (kind: EpochUpdate["kind"], epoch: bigint, status: RewardEpochStatus) =>
    updates.push({ kind, epoch, status, cursor: encode(told) });
  for (const [epoch, status] of now) {
    const known = before.get(epoch);
    if (known === status) continue;
    if (known !== undefined && fellBack(known, status)) tell("RETRACTED", epoch, known);
    told.set(epoch, status);
    tell("ADDED", epoch, status);
  }
  return updates;
}

/** Another root may take the place of a disabled or a wrong one; otherwise only a reorganisation leads back. */
function fellBack(from: RewardEpochStatus, to: RewardEpochStatus): boolean {
  const claimable = order.indexOf("CLAIMABLE");
  return order.indexOf(from) <= claimable && order.indexOf(to) < order.indexOf(from);
}

const unknown = "9";

function encode(statuses: Statuses): string {
  const epochs = [...statuses.keys()].map(Number);
  const first = Math.min(...epochs);
  const places = Array.from({ length: Math.max(...epochs) - first + 1 }, (_, index) => {
    const status = statuses.get(BigInt(first + index));
    return status === undefined ? unknown : order.indexOf(status);
  });
  return Buffer.from(JSON.stringify([topic, `${first}`, places.join("")])).toString("base64url");
}

function decode(cursor: string): Statuses {
  const [first = "", places = "", ...more] = decodeParts(topic, cursor);
  if (!/^\d{1,15}$/.test(first) || !/^[0-69]{1,12}$/.test(places) || more.length > 0) throw foreignCursor();
  const statuses = new Map<bigint, RewardEpochStatus>();
  for (const [index, place] of [...places].entries()) {
    const status = order[Number(place)];
    if (status !== undefined) statuses.set(BigInt(first) + BigInt(index), status);
  }
  return statuses;
}
