import type { Deployment } from "../lib/chain/deployment.ts";
import type { Database } from "../lib/database/createDatabase.ts";
import { epochAt } from "../lib/protocol/epochs.ts";
import type { BlockReader } from "./meta/headReader.ts";
import type { Position } from "./meta/queries.ts";
import type { ResponseStore } from "./responses/ResponseStore.ts";
import type { VerificationRequest } from "./responses/verification/verify.ts";
import type { RewardTrees } from "./rewards/rewardTrees.ts";
import type { Client } from "./server/client.ts";
import type { Subscriptions } from "./subscriptions/Subscriptions.ts";

/** What all requests of a process share. */
export type Services = {
  readonly deployment: Deployment;
  /** For reading; perhaps a replica. */
  readonly db: Database;
  readonly responses: ResponseStore;
  readonly readHead: BlockReader;
  readonly readSafe: BlockReader;
  readonly rewardTrees: RewardTrees;
  readonly subscriptions: Subscriptions;
  readonly verifier: { verify(request: VerificationRequest): Promise<boolean> };
};

/** What the resolvers of one request share. */
export type Context = Services & {
  readonly client: Client;
  /** Whether the indexer has indexed anything yet; until then only introspection is executed. */
  readonly indexerReady: boolean;
  /** How far the indexer was when the request came in. */
  readonly position: Position;
  /** The epoch that holds the indexed block. */
  readonly currentEpoch: bigint;
};

/** @param position undefined while the indexer has none. */
export function createContext(services: Services, position: Position | undefined, client: Client): Context {
  const known = position ?? { chainId: services.deployment.chainId, indexed: noBlock, finalised: noBlock };
  return {
    ...services,
    client,
    indexerReady: position !== undefined,
    position: known,
    currentEpoch: epochAt(services.deployment.epoch, known.indexed.timestamp),
  };
}

const noBlock = { number: 0n, timestamp: 0n };
