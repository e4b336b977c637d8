import type { Hex, PublicClient } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import type { Logger } from "../../lib/logging/createLogger.ts";
import type { Module } from "../../lib/modules/Module.ts";
import type { ApiEndpoint } from "../api/ApiEndpoint.ts";
import type { HeadReader } from "../chain/HeadReader.ts";
import type { OperatorMetrics } from "../node/createMetrics.ts";
import type { ProtectedSigner } from "../protection/ProtectedSigner.ts";

/** What the client's parts share while it runs. */
export type OperatorContext = {
  /** Lowercase. */
  readonly operator: Hex;
  readonly deployment: Deployment;
  readonly client: PublicClient;
  readonly head: HeadReader;
  readonly endpoints: readonly ApiEndpoint[];
  /** By network, lowercase. */
  readonly modules: ReadonlyMap<Hex, Module>;
  readonly signer: ProtectedSigner;
  readonly metrics: OperatorMetrics;
  readonly log: Logger;
  /** Aborted when the client stops: every wait and request ends. */
  readonly signal: AbortSignal;
};
