import type { OperationRules } from "../operations/persistedPlugin.ts";
import type { AdmissionOptions } from "../protection/admit.ts";
import type { SubscriptionLimits } from "../subscriptions/SubscriptionHub.ts";

/** What the server demands of its clients and of the indexer; `config.ts` has the defaults of the process. */
export type EdgeOptions = AdmissionOptions & {
  readonly operations: OperationRules;
  readonly subscriptionLimits: SubscriptionLimits;
  readonly introspection: boolean;
  /** Blocks that the indexer may be behind the chain's newest one while `/ready` says yes. */
  readonly maxLagBlocks: number;
  /** Rows of one export at most. */
  readonly exportRows: number;
};

/** Demands next to nothing: for tests of something else, and for measurements. */
export const openEdge: EdgeOptions = {
  operations: { registered: new Map(), onlyRegistered: false },
  rate: undefined,
  apiKeys: new Map(),
  trustedProxies: 0,
  subscriptionLimits: { total: 10_000, perClient: 10_000 },
  introspection: true,
  maxLagBlocks: Number.POSITIVE_INFINITY,
  exportRows: 1_000_000,
};
