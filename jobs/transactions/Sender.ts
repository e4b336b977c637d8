import type { PrivateKeyAccount, PublicClient } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { Logger } from "../../lib/logging/createLogger.ts";

export type SenderSettings = {
  readonly chainId: number;
  /** A block with this many others on it is taken for final; at least the indexer's. */
  readonly finalityDepth: bigint;
  /** A transaction that is not mined after this time is sent again with a higher fee. */
  readonly replaceAfterMs: number;
};

/** Who sends transactions, and with what. */
export type Sender = {
  readonly db: Database;
  readonly chain: PublicClient;
  readonly account: PrivateKeyAccount;
  readonly settings: SenderSettings;
  readonly logger: Logger;
};
