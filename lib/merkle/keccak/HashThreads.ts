import { Worker } from "node:worker_threads";
import { batch, type HashRange, kernelModule } from "./openKeccak.ts";

type Thread = { readonly worker: Worker; waiting: { done: () => void; fail: (error: Error) => void }[] };

/** Threads that hash ranges of one memory. `close` them when done. */
export class HashThreads {
  readonly #threads: Thread[];
  #next = 0;

  constructor(memory: WebAssembly.Memory, count: number) {
    this.#threads = Array.from({ length: count }, () => start(memory));
  }

  get count(): number {
    return this.#threads.length;
  }

  /** Resolves when the range is hashed. Ranges of one thread are hashed in the order in which they came. */
  run(range: HashRange): Promise<void> {
    const thread = this.#threads[this.#next++ % this.#threads.length] as Thread;
    return new Promise((done, fail) => {
      thread.waiting.push({ done, fail });
      thread.worker.postMessage(range);
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }
}

function start(memory: WebAssembly.Memory): Thread {
  const workerData = { module: kernelModule, memory, batch };
  const worker = new Worker(new URL("./hashWorker.mjs", import.meta.url), { workerData });
  const thread: Thread = { worker, waiting: [] };
  worker.on("message", () => thread.waiting.shift()?.done());
  worker.on("error", (error) => {
    for (const { fail } of thread.waiting.splice(0)) fail(error);
  });
  return thread;
}
