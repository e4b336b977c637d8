import type { Deployment } from "../lib/chain/deployment.ts";
import type { Database } from "../lib/database/createDatabase.ts";
import type { Logger } from "../lib/logging/createLogger.ts";
import type { Sender } from "./transactions/Sender.ts";

/** What every job gets to work with. */
export type JobContext = {
  readonly db: Database;
  readonly deployment: Deployment;
  readonly sender: Sender;
  readonly logger: Logger;
  /** How long after the quorum an aggregate waits for late signers. */
  readonly aggregateGraceMs: number;
};
