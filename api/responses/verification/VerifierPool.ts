import { Worker } from "node:worker_threads";
import type { Hex } from "viem";
import { clientError } from "../../errors.ts";
import type { VerificationRequest } from "./verify.ts";
import type { Answer, Question } from "./worker.ts";

type Job = {
  readonly request: VerificationRequest;
  readonly done: (valid: boolean) => void;
  readonly fail: (error: Error) => void;
};
type Seat = { readonly worker: Worker; jobs: readonly Job[]; lastDigest: Hex | undefined };

export type VerifierPoolOptions = { readonly workers: number; readonly maxQueued?: number };

/** Signatures of one digest that a thread checks together. */
const mostTogether = 64;
/** So many waiting requests are worth the start of another thread: half a second and some 80 MB. */
const worthAnotherWorker = mostTogether;

/**
 * Verifies signatures in worker threads: one on noble would stop the event loop for 20 ms. Those of one digest that wait while
 * the threads are busy are checked together. One thread is started at once, further ones up to `workers` when requests pile up.
 */
export class VerifierPool {
  readonly #seats: Seat[] = [];
  #queue: Job[] = [];
  readonly #workers: number;
  readonly #maxQueued: number;
  #closed = false;

  constructor({ workers, maxQueued = 2_000 }: VerifierPoolOptions) {
    this.#workers = workers;
    this.#maxQueued = maxQueued;
    this.#addSeat();
  }

  /** @throws {GraphQLError} OVERLOADED when more wait than can be served soon. */
  verify(request: VerificationRequest): Promise<boolean> {
    if (this.#closed || this.#queue.length >= this.#maxQueued)
      throw clientError("OVERLOADED", "Too many responses wait for verification. Try again soon.", {
        status: 503,
      });
    return new Promise((done, fail) => {
      this.#queue.push({ request, done, fail });
      this.#assign();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const running = this.#seats.flatMap(({ jobs }) => jobs);
    for (const job of [...this.#queue.splice(0), ...running]) job.fail(new Error("The verifier was closed."));
    await Promise.all(this.#seats.map(({ worker }) => worker.terminate()));
  }

  #assign(): void {
    for (let first = this.#queue[0]; first !== undefined; first = this.#queue[0]) {
      const { digest } = first.request;
      const seat = this.#seatFor(digest);
      if (seat === undefined) return;
      const jobs = this.#queue.filter(({ request }) => request.digest === digest).slice(0, mostTogether);
      const taken = new Set(jobs);
      this.#queue = this.#queue.filter((job) => !taken.has(job));
      seat.jobs = jobs;
      seat.lastDigest = digest;
      const signed = jobs.map(({ request: { signature, blsKey } }) => ({ signature, blsKey }));
      seat.worker.postMessage({ digest, signed } satisfies Question);
    }
  }

  #seatFor(digest: Hex): Seat | undefined {
    const idle = this.#seats.filter(({ jobs }) => jobs.length === 0);
    // The worker that had this digest last has it hashed already.
    const seat = idle.find(({ lastDigest }) => lastDigest === digest) ?? idle[0];
    if (seat !== undefined) return seat;
    const wanted = this.#seats.length === 0 || this.#queue.length >= worthAnotherWorker;
    return wanted && this.#seats.length < this.#workers ? this.#addSeat() : undefined;
  }

  #addSeat(): Seat {
    const worker = new Worker(new URL("./startWorker.mjs", import.meta.url));
    const seat: Seat = { worker, jobs: [], lastDigest: undefined };
    this.#seats.push(seat);
    worker.on("message", (answer: Answer) => {
      const { jobs } = seat;
      seat.jobs = [];
      for (const [index, { done, fail }] of jobs.entries()) {
        if ("error" in answer) fail(new Error(answer.error));
        else done(answer.valid[index] === true);
      }
      this.#assign();
    });
    worker.on("error", (error: Error) => this.#remove(seat, error));
    // An idle pool must not keep the process alive. Last, because a listener of messages takes a hold of it again.
    worker.unref();
    return seat;
  }

  /** A worker that crashed takes its jobs with it, not the pool; another is started when there is work for it. */
  #remove(seat: Seat, error: Error): void {
    this.#seats.splice(this.#seats.indexOf(seat), 1);
    for (const { fail } of seat.jobs) fail(error);
    if (!this.#closed) this.#assign();
  }
}
