import { encodeFunctionData, erc20Abi, type Hex, maxUint256, parseAbi } from "viem";
import type { HDAccount } from "viem/accounts";
import { bondMoney, epochsFunded, feeMoney, gasMoney, pocketMoney, rewardPerEpoch } from "../amounts.ts";
import { everyone, roles } from "../roles.ts";
import type { Call, SeedContext } from "../SeedContext.ts";
import { missingRewards } from "./rewards.ts";
import { missingStakes } from "./stake.ts";

const mintAbi = parseAbi(["function mint(address to, uint256 amount)"]);

/** Ether for everyone who has too little for gas: on a node that did not fund our accounts. */
export async function missingGasMoney({ client }: SeedContext): Promise<Call[]> {
  const balances = await Promise.all(everyone.map(({ address }) => client.getBalance({ address })));
  return everyone
    .filter((_, index) => (balances[index] ?? 0n) < gasMoney / 10n)
    .map(({ address }) => ({ from: roles.deployer, to: address, value: gasMoney }));
}

/** Mints and approvals without which stake, fees and rewards could not be paid. */
export async function missingTokens(context: SeedContext): Promise<Call[]> {
  const { demo, deployment } = context;
  const { delegationManager, taskManager, challengeManager, rewardsCoordinator } = deployment.contracts;
  const stakes = await missingStakes(context);
  const calls = [...roles.delegators, roles.deceivedDelegator].map(async (delegator) => {
    const stake = stakes.filter((missing) => missing.delegator === delegator);
    const due = stake.reduce((sum, { assets }) => sum + assets, 0n);
    return missingFunds(context, {
      holder: delegator,
      token: demo.stakeToken,
      spender: delegationManager,
      least: due + pocketMoney / 10n,
      amount: due + pocketMoney,
    });
  });
  const fees = missingFunds(context, {
    holder: roles.taskCreator,
    token: demo.rewardToken,
    spender: taskManager,
    least: feeMoney / 10n,
    amount: feeMoney,
  });
  const bonds = [taskManager, challengeManager].map((spender) =>
    missingFunds(context, {
      holder: roles.challenger,
      token: demo.rewardToken,
      spender,
      least: bondMoney / 10n,
      amount: bondMoney,
    }),
  );
  const rewardMoney = (await missingRewards(context)).length > 0 ? rewardPerEpoch * epochsFunded : 0n;
  const rewards = missingFunds(context, {
    holder: roles.deployer,
    token: demo.rewardToken,
    spender: rewardsCoordinator,
    least: rewardMoney,
    amount: rewardMoney,
  });
  return (await Promise.all([...calls, fees, ...bonds, rewards])).flat();
}

type Funds = { holder: HDAccount; token: Hex; spender: Hex; least: bigint; amount: bigint };

async function missingFunds({ client }: SeedContext, funds: Funds): Promise<Call[]> {
  const { holder, token, spender, least, amount } = funds;
  const erc20 = { address: token, abi: erc20Abi } as const;
  const [balance, allowance] = await Promise.all([
    client.readContract({ ...erc20, functionName: "balanceOf", args: [holder.address] }),
    client.readContract({ ...erc20, functionName: "allowance", args: [holder.address, spender] }),
  ]);
  const calls: Call[] = [];
  if (balance < least) {
    const data = encodeFunctionData({ abi: mintAbi, functionName: "mint", args: [holder.address, amount] });
    calls.push({ from: roles.deployer, to: token, data });
  }
  if (allowance < maxUint256 / 2n) {
    const data = encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender, maxUint256] });
    calls.push({ from: holder, to: token, data });
  }
  return calls;
}
