import type { Hex } from "viem";

/** What somebody says is a task. Nothing in it is believed before the chain said the same. */
export type TaskCandidate = {
  readonly taskId: Hex;
  /** Lowercase. */
  readonly network: Hex;
  readonly payload: Hex;
  readonly referenceBlock: bigint;
  /** Who says so: an endpoint's label, or `chain`. */
  readonly source: string;
};
