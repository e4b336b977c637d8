const variable = "NEKTAR_TEST_CRASH_AT";

/**
 * Ends the process as `kill -9` does, if a test armed this point through the environment. A point stands between two
 * statements of which the first lasts and the second may be missing after a crash.
 */
export function crashPoint(name: CrashPoint): void {
  if (process.env[variable] === name) process.kill(process.pid, "SIGKILL");
}

export type CrashPoint =
  | "transaction.simulated"
  | "transaction.signed"
  | "transaction.written"
  | "transaction.broadcast"
  | "transaction.mined"
  | "transaction.replaced"
  | "evidence.found"
  | "evidence.bundled"
  | "evidence.committed"
  | "evidence.sent"
  | "evidence.slashed"
  | "challenge.found"
  | "challenge.judged"
  | "challenge.bonded"
  | "challenge.sent"
  | "alert.sent"
  | "rewards.snapshot written"
  | "rewards.shard calculated"
  | "rewards.shard written"
  | "rewards.joined"
  | "rewards.conserved"
  | "rewards.root calculated"
  | "rewards.bundle half written"
  | "rewards.complete";
