import type { PublicClient } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { Logger } from "../../lib/logging/createLogger.ts";

/** What calculating an epoch needs: nothing that could send a transaction. */
export type RewardsContext = {
  readonly db: Database;
  readonly chain: PublicClient;
  readonly deployment: Deployment;
  readonly logger: Logger;
};
