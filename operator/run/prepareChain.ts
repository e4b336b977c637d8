import type { PublicClient } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { verifyCode } from "../../lib/chain/verifyCode.ts";
import { describeFault } from "../../lib/errors/describeFault.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import type { Logger } from "../../lib/logging/createLogger.ts";
import type { NodeState } from "../node/NodeState.ts";
import { Backoff } from "../time/Backoff.ts";
import { sleep } from "../time/sleep.ts";
import { checkEndpoints } from "./checkChain.ts";
import { checkRegistration, type Registration } from "./checkRegistration.ts";

export type ChainStart = {
  readonly rpc: readonly string[];
  readonly deployment: Deployment;
  readonly client: PublicClient;
  readonly registration: Registration;
  readonly state: NodeState;
  readonly log: Logger;
  readonly signal: AbortSignal;
};

/**
 * Resolves once the chain is the right one, its contracts are there and the operator is registered with the keystore's
 * key. Waits for a chain that does not answer and for a registration that is not there yet.
 *
 * @throws {ConfigError} when waiting cannot help: another chain, other contracts, another key.
 */
export async function prepareChain(start: ChainStart): Promise<void> {
  const { client, deployment, state, registration } = start;
  state.phase = "waiting for the chain";
  await until(start, "No RPC endpoint answers; waiting.", async () => {
    if (!(await checkEndpoints(start.rpc, deployment))) return false;
    await verifyCode(client, deployment, "the addresses file");
    return true;
  });
  state.phase = "waiting for the registration";
  await until(start, "The operator is not registered yet; waiting for it.", () =>
    checkRegistration(client, registration),
  );
}

/** Asks until the answer is yes, the signal is aborted or a fault cannot heal. */
async function until(
  { log, signal }: ChainStart,
  waiting: string,
  ask: () => Promise<boolean>,
): Promise<void> {
  const backoff = new Backoff(500, 5_000);
  while (!signal.aborted) {
    try {
      if (await ask()) return;
      if (backoff.failures % 10 === 0) log.warn(waiting);
    } catch (error) {
      if (error instanceof ConfigError) throw error;
      if (backoff.failures % 10 === 0) log.warn({ fault: describeFault(error) }, "the chain does not answer");
    }
    await sleep(backoff.failed(), signal);
  }
}
