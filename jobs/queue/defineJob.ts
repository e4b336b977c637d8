import type { z } from "zod";

/** What the queue carries: an id that is the same for the same work, and ids of rows. Never facts. */
export type Entry = { readonly id: string; readonly payload: Readonly<Record<string, string>> };

type JobOptions<Context, Payload extends Readonly<Record<string, string>>> = {
  /** Also the queue's name. */
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** At most this many at once in one process. */
  readonly concurrency: number;
  /** How often unfinished work is looked for. */
  readonly everyMs: number;
  /** Everything that waits to be done, from Postgres and the chain; adding it twice does no harm. */
  readonly unfinished: (context: Context) => Promise<Payload[]>;
  /** Does the work, or finds that it is done. Safe to run twice at once and to be killed at any instruction. */
  readonly run: (context: Context, payload: Payload) => Promise<void>;
};

/** A job whose payload's type is known to nobody but itself. */
export type Job<Context> = {
  readonly name: string;
  readonly concurrency: number;
  readonly everyMs: number;
  readonly unfinished: (context: Context) => Promise<Entry[]>;
  /** @throws {ZodError} for a payload of another shape. */
  readonly run: (context: Context, payload: unknown) => Promise<void>;
};

/** Makes a job: its payload is parsed when it is added and again when it is run. */
export function defineJob<Context, Payload extends Readonly<Record<string, string>>>(
  options: JobOptions<Context, Payload>,
): Job<Context> {
  const { name, concurrency, everyMs } = options;
  return {
    name,
    concurrency,
    everyMs,
    unfinished: async (context) => {
      const payloads = await options.unfinished(context);
      return payloads.map((payload) => entryOf(name, options.payload.parse(payload)));
    },
    run: (context, payload) => options.run(context, options.payload.parse(payload)),
  };
}

/** BullMQ refuses ids that hold a colon or are a number; the name in front rules out the latter. */
function entryOf(name: string, payload: Readonly<Record<string, string>>): Entry {
  const parts = Object.keys(payload)
    .sort()
    .map((key) => (payload[key] ?? "").replaceAll(":", "_"));
  return { id: [name, ...parts].join("-"), payload };
}
