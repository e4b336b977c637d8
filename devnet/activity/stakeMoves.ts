import { randomInt } from "node:crypto";
import { encodeFunctionData, erc20Abi, getAbiItem, type Hex, parseEther } from "viem";
import type { HDAccount } from "viem/accounts";
import { delegationManagerAbi } from "../../contracts/generated/delegationManager.ts";
import { roles } from "../seed/roles.ts";
import type { Call, SeedContext } from "../seed/SeedContext.ts";

type Context = Pick<SeedContext, "client" | "deployment" | "demo">;

/** A small change of stake by a random delegator: one withdrawal completed if one is due, else one begun, else a delegation. */
export async function randomStakeMove(context: Context): Promise<Call | undefined> {
  const delegator = anyOf(roles.delegators);
  const operator = anyOf(roles.operators).address;
  const due = await dueWithdrawal(context, delegator.address);
  if (due) return { ...callOf(context, delegator), data: completion(due) };
  if (randomInt(3) === 0) return withdrawal(context, delegator, operator);
  return delegation(context, delegator, operator);
}

async function delegation(context: Context, delegator: HDAccount, operator: Hex): Promise<Call | undefined> {
  const { client, demo } = context;
  const assets = parseEther(String(randomInt(1, 100)));
  const balance = await client.readContract({
    address: demo.stakeToken,
    abi: erc20Abi,
    functionName: "balanceOf",
    args: [delegator.address],
  });
  if (balance < assets) return undefined;
  const args = [operator, demo.stakeToken, assets] as const;
  const data = encodeFunctionData({ abi: delegationManagerAbi, functionName: "delegate", args });
  return { ...callOf(context, delegator), data };
}

/** A thousandth to a hundredth of the delegator's shares: never all, and never enough to endanger the quorum. */
async function withdrawal(context: Context, delegator: HDAccount, operator: Hex): Promise<Call | undefined> {
  const { client, deployment, demo } = context;
  const shares = await client.readContract({
    address: deployment.contracts.delegationManager,
    abi: delegationManagerAbi,
    functionName: "sharesOf",
    args: [delegator.address, operator, demo.stakeToken],
  });
  const part = (shares * BigInt(randomInt(1, 10))) / 1000n;
  if (part === 0n) return undefined;
  const args = [operator, demo.stakeToken, part] as const;
  const data = encodeFunctionData({ abi: delegationManagerAbi, functionName: "queueWithdrawal", args });
  return { ...callOf(context, delegator), data };
}

async function dueWithdrawal({ client, deployment }: Context, delegator: Hex): Promise<Hex | undefined> {
  const address = deployment.contracts.delegationManager;
  const [block, queued] = await Promise.all([
    client.getBlock(),
    client.getLogs({
      address,
      event: getAbiItem({ abi: delegationManagerAbi, name: "WithdrawalQueued" }),
      args: { delegator },
      fromBlock: BigInt(deployment.startBlock),
      strict: true,
    }),
  ]);
  for (const { args } of queued.filter(({ args }) => args.unlockAt <= block.timestamp)) {
    const withdrawal = await client.readContract({
      address,
      abi: delegationManagerAbi,
      functionName: "withdrawalOf",
      args: [args.withdrawalId],
    });
    if (!withdrawal.completed) return args.withdrawalId;
  }
  return undefined;
}

function completion(withdrawalId: Hex): Hex {
  return encodeFunctionData({
    abi: delegationManagerAbi,
    functionName: "completeWithdrawal",
    args: [withdrawalId],
  });
}

function callOf({ deployment }: Context, from: HDAccount): Call {
  return { from, to: deployment.contracts.delegationManager };
}

function anyOf<Item>(items: readonly [Item, ...Item[]]): Item {
  return items[randomInt(items.length)] ?? items[0];
}
