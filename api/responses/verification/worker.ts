import { parentPort } from "node:worker_threads";
import { createVerify, type VerificationRequest } from "./verify.ts";

const verify = createVerify();

/** Runs in a worker thread: answers each request in turn. */
parentPort?.on("message", (request: VerificationRequest) => {
  try {
    parentPort?.postMessage({ valid: verify(request) });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : "unknown" });
  }
});
