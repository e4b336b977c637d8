import type { z } from "zod";

/** What the queue carries: an id that is the same for the same work, and ids of rows. Never facts. */
export type Entry = {
  readonly id: string;
  readonly payload: Readonly<Record<string, string>>;
  /** The job that it is for, when that is another one than whoever adds it. */
  readonly job?: string;
  /** What is to be run before it, each for a job it names. */
  readonly children?: readonly Entry[];
};

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
  /** The same of work that hangs together, as flows. */
  readonly flows?: (context: Context) => Promise<readonly Entry[]>;
  /** Does the work, or finds that it is done. Safe to run twice at once and to be killed at any instruction. */
  readonly run: (context: Context, payload: Payload) => Promise<void>;
  /** What a run made possible, so that it need not wait to be found. */
  readonly next?: (context: Context, payload: Payload) => Promise<readonly Entry[]>;
};

/** A job whose payload's type is known to nobody but itself. */
export type Job<Context> = {
  readonly name: string;
  readonly concurrency: number;
  readonly everyMs: number;
  readonly unfinished: (context: Context) => Promise<Entry[]>;
  /**
   * @returns what may be run now.
   * @throws {ZodError} for a payload of another shape.
   */
  readonly run: (context: Context, payload: unknown) => Promise<readonly Entry[]>;
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
      const flows = (await options.flows?.(context)) ?? [];
      return [...payloads.map((payload) => entryOf(name, options.payload.parse(payload))), ...flows];
    },
    run: async (context, payload) => {
      const parsed = options.payload.parse(payload);
      await options.run(context, parsed);
      return (await options.next?.(context, parsed)) ?? [];
    },
  };
}

/** BullMQ refuses ids that hold a colon or are a number; the name in front rules out the latter. */
function entryOf(name: string, payload: Readonly<Record<string, string>>): Entry {
  const parts = Object.keys(payload)
    .sort()
    .map((key) => (payload[key] ?? "").replaceAll(":", "_"));
  return { id: [name, ...parts].join("-"), payload };
}
