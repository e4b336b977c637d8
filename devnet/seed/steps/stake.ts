import { encodeFunctionData } from "viem";
import { delegationManagerAbi } from "../../../contracts/generated/delegationManager.ts";
import { stakes } from "../amounts.ts";
import { roles } from "../roles.ts";
import type { Call, SeedContext } from "../SeedContext.ts";

type MissingStake = {
  /** Index among the delegators. */
  readonly delegator: number;
  /** Index among the operators. */
  readonly operator: number;
  readonly assets: bigint;
};

/** Planned delegations of which nothing is there yet. One that was made is never topped up: it may have been withdrawn from. */
export async function missingStakes({ client, deployment, demo }: SeedContext): Promise<MissingStake[]> {
  const planned = stakes.flatMap((row, delegator) =>
    row.map((assets, operator) => ({ delegator, operator, assets })).filter(({ assets }) => assets > 0n),
  );
  const shares = await Promise.all(
    planned.map(({ delegator, operator }) =>
      client.readContract({
        address: deployment.contracts.delegationManager,
        abi: delegationManagerAbi,
        functionName: "sharesOf",
        args: [addressOf(roles.delegators, delegator), addressOf(roles.operators, operator), demo.stakeToken],
      }),
    ),
  );
  return planned.filter((_, index) => shares[index] === 0n);
}

/** The calls that make them. */
export async function missingDelegations(context: SeedContext): Promise<Call[]> {
  const { deployment, demo } = context;
  return (await missingStakes(context)).flatMap(({ delegator, operator, assets }) => {
    const from = roles.delegators[delegator];
    if (from === undefined) return [];
    const data = encodeFunctionData({
      abi: delegationManagerAbi,
      functionName: "delegate",
      args: [addressOf(roles.operators, operator), demo.stakeToken, assets],
    });
    return { from, to: deployment.contracts.delegationManager, data };
  });
}

function addressOf(accounts: readonly { address: `0x${string}` }[], index: number): `0x${string}` {
  const account = accounts[index];
  if (account === undefined) throw new RangeError(`no account ${index}`);
  return account.address;
}
