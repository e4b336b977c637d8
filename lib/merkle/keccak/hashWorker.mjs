// A thread that hashes ranges of a shared memory. JavaScript, so that it starts without a loader; `HashThreads.ts` starts it.
import { parentPort, workerData } from "node:worker_threads";

const { module, memory, batch } = workerData;
const { exports } = new WebAssembly.Instance(module, { keccak: { memory } });

parentPort.on("message", ({ kind, input, output, count }) => {
  for (let done = 0; done < count; done += batch) {
    const part = Math.min(batch, count - done);
    const to = output + done * 32;
    if (kind === "pairs") exports.hashPairs(input + done * 64, to, part);
    else {
      exports.hash(input + done * 96, 96, to, part);
      exports.hash(to, 32, to, part);
    }
  }
  parentPort.postMessage(null);
});
