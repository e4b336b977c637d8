import type { Hex } from "viem";

/** One network's program: computes responses to payloads. */
export interface Module {
  /** False after several payloads in a row failed. */
  readonly isHealthy: boolean;
  /**
   * The module's response to a payload.
   *
   * @throws {ModuleError} when there is no usable response to this payload.
   * @throws {ModuleStoppedError} when the client stops.
   */
  run(payload: Hex): Promise<Hex>;
  /** Ends it; open payloads are rejected. */
  stop(): Promise<void>;
}
