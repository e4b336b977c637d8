import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { Logger } from "../../lib/logging/createLogger.ts";
import type { ChangeWatcher } from "../changes/ChangeWatcher.ts";
import { clientError, indexerNotReady } from "../errors.ts";
import type { HeaderReader } from "../meta/headerReader.ts";
import type { StatusReader } from "../rewards/statusReader.ts";
import type { Client } from "../server/client.ts";
import { Channel } from "./Channel.ts";
import { type LogSource, LogTopic, type LogUpdate } from "./LogTopic.ts";
import type { Ending, Outbox } from "./Outbox.ts";
import type { LogFilter, Message, Subscriptions } from "./Subscriptions.ts";
import { blockLog } from "./topics/blockLog.ts";
import { EpochTopic, type EpochUpdate } from "./topics/EpochTopic.ts";
import { slashLog } from "./topics/slashLog.ts";
import { taskLog } from "./topics/taskLog.ts";
import { updateRow } from "./updateRow.ts";

export type HubOptions = {
  readonly changes: ChangeWatcher;
  readonly db: Database;
  readonly readStatuses: StatusReader;
  readonly readHeader: HeaderReader;
  readonly logger: Logger;
  readonly limits: SubscriptionLimits;
};

export type SubscriptionLimits = { readonly total: number; readonly perClient: number };

/** A block is told by its message and by the look after it: both are one change. */
const gatheringMs = 5;
const lastWordMs = 10_000;
/** After a look that failed, as when no node answers. */
const retryMs = 1_000;

const logChannel = (name: "tasks" | "slashes" | "blocks", source: LogSource) =>
  new Channel<LogUpdate>(new LogTopic(source), (update) => updateRow(name, update), false);

/**
 * All subscriptions of the process. A change of the data makes each topic that has subscribers look once; what it finds goes to
 * all of them out of memory.
 */
export class SubscriptionHub implements Subscriptions {
  readonly #options: HubOptions;
  readonly #channels;
  readonly #clients = new Map<string, number>();
  #unsubscribe: (() => void) | undefined;
  #ticking: Promise<void> | undefined;
  #again = false;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: HubOptions) {
    this.#options = options;
    const { db, readHeader, readStatuses } = options;
    this.#channels = {
      tasks: logChannel("tasks", taskLog(db)),
      slashes: logChannel("slashes", slashLog(db)),
      blocks: logChannel("blocks", blockLog(readHeader)),
      epochs: new Channel<EpochUpdate>(
        new EpochTopic(readStatuses),
        (update) => updateRow("epochs", update),
        true,
      ),
    };
  }

  /** Subscribers by topic. */
  get sizes(): Readonly<Record<string, number>> {
    return Object.fromEntries(Object.entries(this.#channels).map(([name, { size }]) => [name, size]));
  }

  log(
    topic: "tasks" | "slashes" | "blocks",
    filter: LogFilter,
    after: string | null | undefined,
    client: Client,
  ): Promise<Outbox<Message>> {
    const { operator, network } = filter;
    const wants = ({ item }: LogUpdate) =>
      item === undefined ||
      ((!operator || item.operators.includes(operator)) && (!network || item.network === network));
    return this.#subscribe(this.#channels[topic], wants, after, client);
  }

  epochs(after: string | null | undefined, client: Client): Promise<Outbox<Message>> {
    return this.#subscribe(this.#channels.epochs, () => true, after, client);
  }

  /** Ends every subscription, telling its client to come back. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#unsubscribe?.();
    for (const channel of Object.values(this.#channels)) channel.end();
  }

  async #subscribe<Update extends object>(
    channel: Channel<Update>,
    wants: (update: Update) => boolean,
    after: string | null | undefined,
    { id, gone, drop }: Client,
  ): Promise<Outbox<Message>> {
    this.#admit(id);
    let left = false;
    const onClose = (ending: Ending | "left") => {
      if (!left) this.#release(id);
      left = true;
      // Time to read what is on its way and the last word; who reads nothing must not keep a connection.
      if (ending === "slow") setTimeout(drop, lastWordMs).unref();
    };
    this.#unsubscribe ??= this.#options.changes.subscribe(() => this.#tick());
    const outbox = await channel.subscribe(
      wants,
      after ?? undefined,
      () => this.#firstLook(channel),
      onClose,
    );
    // A client that does not read is not noticed by who writes to it.
    if (gone.aborted) outbox.end("left");
    else gone.addEventListener("abort", () => outbox.end("left"), { once: true });
    if (this.#closed) outbox.end("stopped");
    return outbox;
  }

  #admit(id: string): void {
    const { total, perClient } = this.#options.limits;
    const own = this.#clients.get(id) ?? 0;
    const all = [...this.#clients.values()].reduce((sum, count) => sum + count, 0);
    if (this.#closed || all >= total)
      throw clientError("OVERLOADED", "There are as many subscriptions as the server takes.", {
        status: 503,
      });
    if (own >= perClient)
      throw clientError("TOO_MANY_SUBSCRIPTIONS", `A client has ${perClient} subscriptions at most.`, {
        status: 429,
      });
    this.#clients.set(id, own + 1);
  }

  #release(id: string): void {
    const left = (this.#clients.get(id) ?? 1) - 1;
    if (left === 0) this.#clients.delete(id);
    else this.#clients.set(id, left);
    if (this.#clients.size > 0) return;
    // Nobody is left: no more looks.
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    clearTimeout(this.#retry);
  }

  async #firstLook<Update extends object>(channel: Channel<Update>): Promise<void> {
    const state = await this.#options.changes.current();
    if (state.position === undefined || !state.indexerSettled) throw indexerNotReady();
    await channel.look(state);
  }

  #tick(): void {
    if (this.#ticking !== undefined) {
      this.#again = true;
      return;
    }
    this.#ticking = sleep(gatheringMs)
      .then(() => this.#look())
      .finally(() => {
        this.#ticking = undefined;
        if (this.#again && !this.#closed) {
          this.#again = false;
          this.#tick();
        }
      });
  }

  async #look(): Promise<void> {
    const state = await this.#options.changes.current().catch(() => undefined);
    // When the database is back, that is another change.
    if (state === undefined) return;
    const looks = Object.entries(this.#channels).map(([topic, channel]) =>
      channel.look(state).catch((error: unknown) => {
        this.#options.logger.warn({ err: error, topic }, "a topic's subscribers must wait");
        clearTimeout(this.#retry);
        this.#retry = setTimeout(() => this.#tick(), retryMs).unref();
      }),
    );
    await Promise.all(looks);
  }
}
