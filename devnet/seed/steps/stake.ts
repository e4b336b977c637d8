import { encodeFunctionData } from "viem";
import type { HDAccount } from "viem/accounts";
import { delegationManagerAbi } from "../../../contracts/generated/delegationManager.ts";
import { deceivedStake, stakes } from "../amounts.ts";
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
].filter(({ assets }) => assets > 0n);

/** Planned delegations of which nothing is there yet. One that was made is never topped up: it may have been withdrawn from. */
export async function missingStakes({ client, deployment, demo }: SeedContext): Promise<Stake[]> {
  const shares = await Promise.all(
    planned.map(({ delegator, operator }) =>
      client.readContract({
        address: deployment.contracts.delegationManager,
        abi: delegationManagerAbi,
        functionName: "sharesOf",
        args: [delegator.address, operator.address, demo.stakeToken],
      }),
    ),
  );
  return planned.filter((_, index) => shares[index] === 0n);
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
