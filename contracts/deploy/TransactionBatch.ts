import { setTimeout as sleep } from "node:timers/promises";
import type { Hex, PrivateKeyAccount } from "viem";
import type { ChainClient } from "./chain.ts";
import { DeploymentError } from "./DeploymentError.ts";

export type StepProgress = { readonly step: string; readonly state: "skipped" | "sent" | "done" };
export type OnProgress = (progress: StepProgress) => void;

export type Step = {
  readonly step: string;
  readonly to: Hex;
  readonly data: Hex;
  /** Gas limit where the call rests on another of its batch and cannot be estimated yet; else it is estimated. */
  readonly gas?: bigint;
};

const nonceWaitMs = 60_000;

/**
 * Sends the steps in their order, one nonce after the other, without waiting in between; then waits until all are mined.
 *
 * @throws {DeploymentError} when a transaction reverts, or when the account's earlier transactions stay pending.
 */
export async function sendSteps(
  client: ChainClient,
  account: PrivateKeyAccount,
  steps: readonly Step[],
  onProgress: OnProgress,
): Promise<void> {
  if (steps.length === 0) return;
  const [chainId, firstNonce, fees, gasLimits] = await Promise.all([
    client.getChainId(),
    settledNonce(client, account.address),
    client.estimateFeesPerGas(),
    Promise.all(steps.map((step) => gasLimitOf(client, account, step))),
  ]);
  const sent: { step: string; hash: Hex }[] = [];
  for (const [index, { step, to, data }] of steps.entries()) {
    const serializedTransaction = await account.signTransaction({
      type: "eip1559",
      chainId,
      nonce: firstNonce + index,
      to,
      data,
      gas: gasLimits[index],
      ...fees,
    });
    sent.push({ step, hash: await client.sendRawTransaction({ serializedTransaction }) });
    onProgress({ step, state: "sent" });
  }
  for (const { step, hash } of sent) {
    const receipt = await client.waitForTransactionReceipt({ hash });
    if (receipt.status !== "success") {
      throw new DeploymentError(`The deployment stopped: "${step}" reverted (transaction ${hash}).`, {
        step,
        hash,
      });
    }
    onProgress({ step, state: "done" });
  }
}

async function gasLimitOf(client: ChainClient, account: PrivateKeyAccount, step: Step): Promise<bigint> {
  if (step.gas !== undefined) return step.gas;
  const estimate = await client.estimateGas({ account: account.address, to: step.to, data: step.data });
  return (estimate * 6n) / 5n;
}

/** The next nonce, once nothing of a run that was broken off is pending: it might still deploy what this run would. */
async function settledNonce(client: ChainClient, address: Hex): Promise<number> {
  const end = Date.now() + nonceWaitMs;
  for (;;) {
    const [mined, pending] = await Promise.all([
      client.getTransactionCount({ address, blockTag: "latest" }),
      client.getTransactionCount({ address, blockTag: "pending" }),
    ]);
    if (mined === pending) return mined;
    if (Date.now() > end) {
      throw new DeploymentError(
        `The deployer ${address} has ${pending - mined} unmined transactions; deploy again once they are mined.`,
        { address, mined, pending },
      );
    }
    await sleep(250);
  }
}
