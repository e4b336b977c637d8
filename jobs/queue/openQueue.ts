import { createPostgresBackend, type FlowJob, FlowProducer, Queue, UnrecoverableError, Worker } from "bullmq";
import { ZodError } from "zod";
import type { Logger } from "../../lib/logging/createLogger.ts";
import type { Entry } from "./defineJob.ts";

/** What the queue runs on. `namespace` keeps it apart from others: a schema in Postgres, a key prefix in Redis. */
export type QueueEngine =
  | { readonly kind: "postgres"; readonly url: string; readonly namespace: string }
  | { readonly kind: "redis"; readonly url: string; readonly namespace: string };

export type WakeUpQueue = {
  /**
   * Adds what is not there yet; an id that waits or runs already is left alone. An entry with children is a flow: it waits until they are
   * done, or have failed for good.
   */
  add(entries: readonly Entry[]): Promise<void>;
  close(): Promise<void>;
};

export type QueueWorker = {
  /** Takes no new job and waits for the running ones, at most `graceMs`. */
  close(graceMs: number): Promise<void>;
};

/** A failing job waits 1, 2, 4 … 32 s; then it is removed, and found again as unfinished. */
const jobOptions = {
  attempts: 7,
  backoff: { type: "exponential", delay: 1_000 },
  removeOnComplete: true,
  removeOnFail: true,
} as const;

/** A killed worker's job is taken over after 10 to 15 s. A stall says nothing about the job: any number is forgiven. */
const workerOptions = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 1_000_000 };

/** Opens the queue of one job to add to it. */
export async function openQueue(engine: QueueEngine, name: string, logger: Logger): Promise<WakeUpQueue> {
  const queue =
    engine.kind === "postgres"
      ? new Queue(name, { connection: postgresConnection(engine, 2) }, createPostgresBackend)
      : new Queue(name, { connection: redisConnection(engine), prefix: engine.namespace });
  queue.on("error", (error) => logger.warn({ queue: name, reason: error.message }, "the queue has an error"));
  await queue.waitUntilReady();
  const flows = openFlows(engine, logger);
  return {
    add: async (entries) => {
      const single = entries.filter((entry) => !isFlow(entry));
      if (single.length > 0)
        await queue.addBulk(
          single.map(({ id, payload }) => ({ name, data: payload, opts: { ...jobOptions, jobId: id } })),
        );
      for (const entry of entries.filter(isFlow)) await flows.add(nodeOf(engine, name, entry));
    },
    close: async () => {
      await queue.close();
      await flows.close();
    },
  };
}

/** Opened when a flow is first added: most queues never hold one. */
function openFlows(engine: QueueEngine, logger: Logger) {
  let opened: FlowProducer | undefined;
  const open = () => {
    const producer =
      engine.kind === "postgres"
        ? (new FlowProducer(
            { connection: postgresConnection(engine, 1) },
            createPostgresBackend,
          ) as unknown as FlowProducer)
        : new FlowProducer({ connection: redisConnection(engine), prefix: engine.namespace });
    producer.on("error", (error) => logger.warn({ reason: error.message }, "the flow producer has an error"));
    return producer;
  };
  return {
    add: async (flow: FlowJob) => {
      opened ??= open();
      await opened.add(flow);
    },
    close: async () => opened?.close(),
  };
}

const isFlow = (entry: Entry) => entry.children !== undefined || entry.job !== undefined;

/** A child that fails for good holds up nobody: its parent finds in the rows that something is missing, and so does the reconciler. */
function nodeOf(engine: QueueEngine, adder: string, entry: Entry): FlowJob {
  const name = entry.job ?? adder;
  return {
    name,
    queueName: name,
    data: entry.payload,
    opts: { ...jobOptions, jobId: entry.id, ignoreDependencyOnFailure: true },
    ...(engine.kind === "redis" ? { prefix: engine.namespace } : {}),
    children: entry.children?.map((child) => nodeOf(engine, adder, child)) ?? [],
  };
}

/** Runs the jobs of one queue. `run` gets a payload as it came out of the queue, unparsed. */
export async function openWorker(
  engine: QueueEngine,
  job: { readonly name: string; readonly concurrency: number },
  run: (payload: unknown) => Promise<void>,
  logger: Logger,
): Promise<QueueWorker> {
  const { name, concurrency } = job;
  const process = ({ data }: { data: unknown }) => run(data).catch(giveUpOnPoison);
  const options = { ...workerOptions, concurrency };
  const worker =
    engine.kind === "postgres"
      ? new Worker(
          name,
          process,
          { ...options, connection: postgresConnection(engine, 3) },
          createPostgresBackend,
        )
      : new Worker(name, process, {
          ...options,
          connection: redisConnection(engine),
          prefix: engine.namespace,
        });
  worker.on("error", (error) =>
    logger.warn({ queue: name, reason: error.message }, "the worker has an error"),
  );
  await worker.waitUntilReady();
  return {
    close: async (graceMs) => {
      const force = setTimeout(() => void worker.close(true), graceMs);
      await worker.close();
      clearTimeout(force);
    },
  };
}

/** A payload that does not parse will never do: it is dropped instead of tried again. */
function giveUpOnPoison(error: unknown): never {
  if (error instanceof ZodError) throw new UnrecoverableError("The payload does not parse.");
  throw error;
}

function postgresConnection({ url, namespace }: QueueEngine, max: number) {
  return { connectionString: url, schema: namespace, migrate: true, max, application_name: "nektar_queue" };
}

function redisConnection({ url }: QueueEngine) {
  return { url, maxRetriesPerRequest: null };
}
