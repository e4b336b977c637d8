import type { Writable } from "node:stream";
import {
  type Account,
  createWalletClient,
  custom,
  formatEther,
  formatGwei,
  type PrivateKeyAccount,
} from "viem";
import { CallRefusedError, NotConfirmedError } from "./accountErrors.ts";
import type { Plan, PlanContext } from "./Plan.ts";
import { simulate } from "./simulate.ts";

export type Confirmation = {
  /** Sends without asking. */
  readonly yes: boolean;
  /** Asks on the terminal. @throws {ConfigError} when there is none. */
  readonly ask: (question: string) => Promise<string>;
};

/**
 * Shows a plan and, once it is confirmed, sends its calls one after the other, each simulated right before; it stops at the
 * first that is refused.
 *
 * @throws {CallRefusedError} @throws {NotConfirmedError} when nothing was sent.
 */
export async function carryOut(
  context: PlanContext & { readonly account: PrivateKeyAccount },
  plan: Plan,
  confirmation: Confirmation,
  output: Writable,
): Promise<void> {
  const { client, deployment, account } = context;
  const write = (line: string) => output.write(`${line}\n`);
  write(plan.title);
  for (const line of plan.consequences) write(`  ${line}`);
  if (plan.calls.length === 0) return;
  const [balance, fees] = await Promise.all([
    client.getBalance({ address: account.address }),
    client.estimateFeesPerGas(),
  ]);
  write(
    `  From ${account.address} on chain ${deployment.chainId}, which holds ${formatEther(balance)} for gas.`,
  );
  write(`  At most ${formatGwei(fees.maxFeePerGas)} gwei per unit of gas. Transactions:`);
  plan.calls.forEach(({ what, functionName, address }, index) => {
    write(`  ${index + 1}. ${what} (${functionName} of ${address})`);
  });
  const [first] = plan.calls;
  if (first !== undefined) await simulate(context, first); // what is refused is refused before anybody confirms it
  if (!confirmation.yes && (await confirmation.ask("Send? Type yes: ")).trim() !== "yes")
    throw new NotConfirmedError("Not confirmed: nothing was sent.");
  for (const call of plan.calls) {
    const hash = await send(context, await simulate(context, call));
    const receipt = await client.waitForTransactionReceipt({ hash });
    if (receipt.status !== "success")
      throw new CallRefusedError(`The transaction ${hash} to ${call.what} reverted.`, { hash });
    write(`Done in block ${receipt.blockNumber}: ${call.what} (${hash}).`);
  }
}

async function send(
  { client, account, deployment }: PlanContext & { readonly account: Account },
  call: Awaited<ReturnType<typeof simulate>>,
) {
  // Through the same verified endpoints that were read from.
  const transport = custom({ request: (args) => client.request(args as never) }, { retryCount: 0 });
  const wallet = createWalletClient({ account, transport });
  const request = await wallet.prepareTransactionRequest({ ...call, chain: null, type: "eip1559" });
  const serializedTransaction = await wallet.signTransaction({
    ...request,
    chainId: deployment.chainId,
    chain: null,
  } as never);
  return wallet.sendRawTransaction({ serializedTransaction });
}
