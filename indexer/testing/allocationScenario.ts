import type { Hex } from "viem";
import { demoTokenAbi, demoTokenBytecode } from "../../contracts/generated/demoToken.ts";
import {
  allocate,
  createTask,
  delegate,
  optIn,
  queueWithdrawal,
  tasksOf,
  waitForAllocations,
} from "./actions.ts";
import type { Protocol } from "./protocol.ts";
import { commitReport, equivocation, proveEquivocation } from "./slashActions.ts";

const one = 10n ** 18n;
const tenth = one / 10n;

/**
 * A second asset, and the network with an arbiter beside the first: everything an operator has answers to two networks
 * or in two assets. The last operator gives a part of a pool into which nobody deposits.
 *
 * @returns the second asset.
 */
export async function widenSecurity(protocol: Protocol): Promise<Hex> {
  const { done, delegators, operators, network, priceNetwork } = protocol;
  const second = await listSecondAsset(protocol);
  for (const operator of operators.slice(0, 2)) {
    await done(delegate(protocol, delegators[0], operator, 50n * one, second));
  }
  for (const operator of operators) {
    await done(allocate(protocol, operator, network, 7n * tenth, second));
    await done(allocate(protocol, operator, priceNetwork, 3n * tenth));
  }
  await waitForAllocations(protocol);
  for (const operator of operators) await done(optIn(protocol, operator, priceNetwork));
  return second;
}

async function listSecondAsset(protocol: Protocol): Promise<Hex> {
  const { client, done, delegators, governor, network, networkRegistry, delegationManager } = protocol;
  const creation = { abi: demoTokenAbi, bytecode: demoTokenBytecode, args: ["Second", "SCND"] } as const;
  const deployed = await done(client.deployContract({ ...creation, account: governor, chain: null }));
  const second = deployed.contractAddress?.toLowerCase() as Hex;
  const token = { address: second, abi: demoTokenAbi, chain: null } as const;
  const [account] = delegators;
  const mine = [account, 1_000n * one] as const;
  await done(client.writeContract({ ...token, account, functionName: "mint", args: mine }));
  const allowance = [delegationManager.address, 1_000n * one] as const;
  await done(client.writeContract({ ...token, account, functionName: "approve", args: allowance }));
  const asGovernor = { account: governor };
  await done(
    client.writeContract({
      ...delegationManager,
      ...asGovernor,
      functionName: "listAsset",
      args: [second],
    }),
  );
  const accepted = [network, second, 3n * one] as const;
  await done(
    client.writeContract({ ...networkRegistry, ...asGovernor, functionName: "setAsset", args: accepted }),
  );
  return second;
}

/** A rise and falls that wait, of operators with shares in the withdrawal queue. */
export async function changeAllocations(protocol: Protocol, second: Hex): Promise<void> {
  const { done, delegators, operators, network } = protocol;
  const [account] = delegators;
  await done(queueWithdrawal(protocol, account, operators[0], 20n * one));
  await done(queueWithdrawal(protocol, account, operators[1], 5n * one, second));
  await done(allocate(protocol, operators[0], network, 4n * tenth));
  await done(allocate(protocol, operators[1], network, 7n * tenth));
  await done(allocate(protocol, operators[1], network, 0n, second));
}

/**
 * Every operator signs two responses to one task while its allocations change: the first is slashed between deposits of
 * the same block, into its pool and another; the second by a reporter who announced it; the third without a pool of the
 * second asset.
 *
 * @returns the slash whose second asset could not be paid out, since its token refused.
 */
export async function equivocate(protocol: Protocol, second: Hex): Promise<Hex> {
  const { client, done, delegators, operators, requester, reporter, inOneBlock } = protocol;
  const [taskId = "0x"] = await tasksOf(protocol, await createTask(protocol, requester, "0xe0"));
  const [first, announced, last] = await Promise.all(
    [0, 1, 2].map((index) => equivocation(protocol, taskId, index)),
  );
  if (!first || !announced || !last) throw new Error("three operators are needed");
  await commitReport(protocol, reporter, announced);

  const [account] = delegators;
  await inOneBlock(async () => [
    await delegate(protocol, account, operators[0], 3n * one),
    await delegate(protocol, account, operators[1], 4n * one),
    await proveEquivocation(protocol, account, first),
    await delegate(protocol, account, operators[0], 5n * one),
    await delegate(protocol, account, operators[1], 6n * one),
  ]);
  await whileRefusing(protocol, second, async () => {
    await done(proveEquivocation(protocol, reporter, announced));
  });
  await done(proveEquivocation(protocol, requester, last));
  const { slashingManager } = protocol;
  const args = [taskId, operators[1], 1] as const;
  return client.readContract({ ...slashingManager, functionName: "slashIdOf", args });
}

/** Pays out what an earlier call could not. */
export async function distribute(protocol: Protocol, slashId: Hex, asset: Hex): Promise<void> {
  const { client, done, slashingManager, requester } = protocol;
  const args = [slashId, asset] as const;
  await done(
    client.writeContract({ ...slashingManager, account: requester, functionName: "distribute", args }),
  );
}

/** Puts code that reverts in the place of a token's, as a halted token behaves, for as long as `run` takes. */
async function whileRefusing({ client }: Protocol, token: Hex, run: () => Promise<void>): Promise<void> {
  const code = await client.getCode({ address: token });
  await client.setCode({ address: token, bytecode: "0x5f5ffd" });
  await run();
  await client.setCode({ address: token, bytecode: code ?? "0x" });
}
