import type { Deployment } from "../../lib/chain/deployment.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { ServiceFailedError } from "../supervisor/ServiceFailedError.ts";
import { type Call, createChainClient, type OperatorIdentity, type SeedContext } from "./SeedContext.ts";
import { sendBatch } from "./sendBatch.ts";
import {
  missingAllocations,
  missingOptIns,
  missingRegistrations,
  missingWeights,
} from "./steps/operators.ts";
import { missingRewards } from "./steps/rewards.ts";
import { missingDelegations } from "./steps/stake.ts";
import { missingGasMoney, missingTokens } from "./steps/tokens.ts";

export type SeedOptions = {
  readonly rpcUrl: string;
  readonly deployment: Deployment;
  readonly operators: readonly OperatorIdentity[];
  /** Told what happens now. */
  readonly progress: (step: string) => void;
};

/** In this order; each rests on those before, and finds out from the chain what is still to be done. */
const steps: readonly { name: string; missing: (context: SeedContext) => Promise<Call[]> }[] = [
  { name: "ether for gas", missing: missingGasMoney },
  { name: "tokens", missing: missingTokens },
  { name: "operators", missing: missingRegistrations },
  { name: "delegations", missing: missingDelegations },
  { name: "allocations", missing: missingAllocations },
  { name: "opt-ins", missing: missingOptIns },
  { name: "weights", missing: missingWeights },
  { name: "rewards", missing: missingRewards },
];

/**
 * Gives a local chain its operators, delegators, stake and rewards: what is missing of them, so that a seeding that was
 * cut off is finished and a finished one sends nothing.
 *
 * @returns the number of transactions sent.
 * @throws {ServiceFailedError} when one reverts.
 */
export async function seed(options: SeedOptions): Promise<number> {
  const { deployment, operators } = options;
  if (!deployment.demo) {
    throw new ConfigError(
      "The deployment has no demonstration network to seed: deploy it with the demonstration.",
    );
  }
  const client = createChainClient(options.rpcUrl, deployment.chainId);
  const context: SeedContext = { client, deployment, demo: deployment.demo, operators };
  let sent = 0;
  for (const { name, missing } of steps) {
    const run = async () => {
      const calls = await missing(context);
      if (calls.length > 0) options.progress(`${name} (${calls.length} transactions)`);
      await sendBatch(client, calls);
      return calls.length;
    };
    // An epoch may have begun, or another sender come first, between looking and sending: then looking again helps.
    sent += await run().catch((error: unknown) => {
      if (error instanceof ServiceFailedError) return run();
      throw error;
    });
  }
  return sent;
}
