import { parentPort } from "node:worker_threads";
import type { Hex } from "viem";
import { createVerify, type Signed } from "./verify.ts";

const verify = createVerify();

/** What a thread is asked, and what it answers. */
export type Question = { readonly digest: Hex; readonly signed: readonly Signed[] };
export type Answer = { readonly valid: readonly boolean[] } | { readonly error: string };

/** Runs in a worker thread: answers each question in turn. */
parentPort?.on("message", ({ digest, signed }: Question) => {
  let answer: Answer;
  try {
    answer = { valid: verify(digest, signed) };
  } catch (error) {
    answer = { error: error instanceof Error ? error.message : "unknown" };
  }
  parentPort?.postMessage(answer);
});
