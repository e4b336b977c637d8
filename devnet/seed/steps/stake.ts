import { encodeFunctionData } from "viem";
import type { HDAccount } from "viem/accounts";
import { delegationManagerAbi } from "../../../contracts/generated/delegationManager.ts";
import { deceivedStake, faultyStake, stakes } from "../amounts.ts";
import { roles } from "../roles.ts";
import type { Call, SeedContext } from "../SeedContext.ts";

type Stake = { readonly delegator: HDAccount; readonly operator: HDAccount; readonly assets: bigint };

const planned: readonly Stake[] = [
  ...roles.delegators.flatMap((delegator, row) =>
    roles.operators.map((operator, column) => ({ delegator, operator, assets: stakes[row]?.[column] ?? 0n })),
  ),
  ...roles.dishonestOperators.map((operator) => ({
    delegator: roles.deceivedDelegator,
    operator,
    assets: deceivedStake,
  })),
  ...roles.faultyOperators.map((operator) => ({
    delegator: roles.deceivedDelegator,
    operator,
    assets: faultyStake,
  })),
].filter(({ assets }) => assets > 0n);

/** Planned delegations of which nothing is there yet. One that was made is never topped up: it may have been withdrawn from. */
export async function missingStakes({ client, deployment, demo, operators }: SeedContext): Promise<Stake[]> {
  const present = new Set(operators.map(({ account }) => account.address));
  const wanted = planned.filter(({ operator }) => present.has(operator.address));
  const shares = await Promise.all(
    wanted.map(({ delegator, operator }) =>
      client.readContract({
        address: deployment.contracts.delegationManager,
        abi: delegationManagerAbi,
        functionName: "sharesOf",
        args: [delegator.address, operator.address, demo.stakeToken],
      }),
    ),
  );
  return wanted.filter((_, index) => shares[index] === 0n);
}

/** The calls that make them. */
export async function missingDelegations(context: SeedContext): Promise<Call[]> {
  const { deployment, demo } = context;
  return (await missingStakes(context)).map(({ delegator, operator, assets }) => {
    const data = encodeFunctionData({
      abi: delegationManagerAbi,
      functionName: "delegate",
      args: [operator.address, demo.stakeToken, assets],
    });
    return { from: delegator, to: deployment.contracts.delegationManager, data };
  });
}
