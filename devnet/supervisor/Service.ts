import type { Account } from "../postgres/account.ts";

/** What to execute. */
export type Launch = {
  readonly program: string;
  readonly args: readonly string[];
  /** Added to the environment of `npm start`. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly workingDirectory?: string;
  readonly ids?: Account["ids"];
};

/** A process that the devnet keeps running. */
export type Service = {
  /** Short, lower case: names the log file and stands in messages. */
  readonly name: string;
  /** Asked before each start, first or again, so that it may repair what a kill left. */
  launch(): Promise<Launch> | Launch;
  /** Whether it serves by now. Errors count as no. */
  isReady(): Promise<boolean>;
  readonly readyTimeoutMs: number;
  readonly stopSignal: "SIGTERM" | "SIGINT";
  /** Runs before it is asked to stop. */
  beforeStop?(): Promise<void>;
};
