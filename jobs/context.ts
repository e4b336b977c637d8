import type { Deployment } from "../lib/chain/deployment.ts";
import type { Database } from "../lib/database/createDatabase.ts";
import type { Logger } from "../lib/logging/createLogger.ts";
import type { AlertSettings } from "./alerts/Endpoint.ts";
import type { Challenging } from "./challenge/context.ts";
import type { Sender } from "./transactions/Sender.ts";

/** When recorded weights are brought up to date. */
export type SyncSettings = {
  /** An operator's recorded weight may differ from its live one by less than this, in basis points of the larger. */
  readonly driftBps: number;
  /** A network is synced at most once in so many seconds of block time. */
  readonly intervalSeconds: number;
};

/** What whoever sends transactions works with. */
export type SendingContext = {
  readonly db: Database;
  readonly deployment: Deployment;
  readonly sender: Sender;
  readonly logger: Logger;
};

/** What every job gets to work with. */
export type JobContext = SendingContext & {
  /** Who may disable roots; without it that is left to people. */
  readonly guardian?: Sender | undefined;
  /** How long after the quorum an aggregate waits for late signers. */
  readonly aggregateGraceMs: number;
  readonly sync: SyncSettings;
  /** With what accepted responses are re-executed and challenged; without it they are not. */
  readonly challenging?: Challenging | undefined;
  /** Who is told what happened. */
  readonly alerts?: AlertSettings | undefined;
};
